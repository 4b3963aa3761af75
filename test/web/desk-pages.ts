import type { AnnulmentProgress } from '../../shared/http/annulment'
import { STAFF_ACTIONS } from '../../shared/http/staff-actions'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { STEP_ROLES, STEPS } from '../../shared/staff/next-step'
import { URGENCIES } from '../../shared/staff/urgency'
import type { QueueView } from '../../web/components/desk/queue-view'
import { DeskAnnulPage } from '../../web/pages/desk/annul'
import { DossierPage } from '../../web/pages/desk/dossier'
import { DeskEnterPage } from '../../web/pages/desk/enter'
import { DeskPetitionPage } from '../../web/pages/desk/petition'
import { DeskPage } from '../../web/pages/desk/queue'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'
import { HOSTILE, kalynivka, NOW, petitionIn, TODAY } from './fixtures'

export const staff = {
  name: 'Олена Модераторка',
  csrf: 'csrf-token',
  grants: [{ role: 'secretary', scope: 'community:kalynivka' }],
} as const
const errors = [{ field: 'email', message: 'Перевірте адресу.' }]

const annulmentsFor = (explanation: string): AnnulmentProgress[] => [
  {
    id: 'B'.repeat(43),
    at: NOW,
    by: 'moderator',
    ground: 'automated',
    explanation,
    signatures: '4–9',
    number: 6,
    written: 5,
    inLog: 2,
  },
]

/** A queue with something in every group, and one with nothing at all. */
const queueWith = (petition: PetitionView): QueueView => {
  const tasks = petition.deadlines.flatMap((deadline, index) =>
    URGENCIES.map((urgency) => ({
      petition,
      deadline,
      urgency,
      step: STEPS[index % STEPS.length]!,
      roles: STEP_ROLES[STEPS[index % STEPS.length]!],
      workingDaysOverdue: urgency === 'overdue' ? index : 0,
    })),
  )
  return {
    tasks,
    counts: { overdue: 1, today: 2, 'this-week': 5, later: 21 },
    pages: 3,
    waiting: tasks,
    waitingTotal: tasks.length,
    decisions: [petition],
    cut: true,
    listed: [petition],
    more: true,
    communities: [kalynivka, { ...kalynivka, id: 'other' }],
    roles: ['secretary', 'head'],
    query: { tasks: 'mine', page: 2 },
  }
}
const emptyQueue: QueueView = {
  ...queueWith(petitionIn('moderation')),
  ...{
    tasks: [],
    pages: 1,
    waiting: [],
    waitingTotal: 0,
    decisions: [],
    cut: false,
    listed: [],
    more: false,
  },
  query: { tasks: 'all', page: 1 },
}

/** Every page of the desk that shows a petition. */
export function deskPagesWith(locale: Locale, petition: PetitionView) {
  const { title } = petition
  const signers = [{ index: 0, name: petition.author.surname, date: TODAY, annulled: true as const }]
  const values = { explanation: HOSTILE, ground: 'hatred' }
  const failed = {
    action: 'reject',
    errors: [{ field: 'explanation', message: 'Заповніть.' }],
    values,
  } as const
  return {
    desk: DeskPage({
      locale,
      staff,
      view: queueWith(petition),
      flash: 'Збережено.',
    }),
    'desk-found': DeskPage({
      locale,
      staff,
      view: { ...queueWith(petition), query: { tasks: 'all', q: '<b>"лавки"', page: 1 } },
    }),
    'desk-petition': DeskPetitionPage({
      locale,
      staff,
      petition,
      actions: STAFF_ACTIONS,
      annulments: annulmentsFor(title),
      today: TODAY,
      failed,
    }),
    'desk-dossier': DossierPage({ locale, staff, petition, kind: 'pdf', written: 15_000, total: 100_000 }),
    'desk-annul': DeskAnnulPage({
      locale,
      staff,
      petition,
      draft: { signatures: '1', ground: 'not-own-will', explanation: title },
      preview: {
        signatures: signers,
        count: { before: 250, after: 249 },
        threshold: 250,
        fallsBelow: true,
        digest: 'C'.repeat(43),
      },
      errors: [{ field: '', message: 'Дані змінилися.' }],
    }),
    'desk-nothing': DeskPetitionPage({
      locale,
      staff,
      petition,
      actions: [],
      annulments: [],
      today: TODAY,
      flash: 'Збережено.',
    }),
  }
}

/** Pages of the desk that show none. */
export function plainDeskPages(locale: Locale) {
  return {
    'sign-in': DeskSignInPage({ locale }),
    'sign-in-wrong': DeskSignInPage({ locale, errors }),
    'sign-in-sent': DeskSignInPage({ locale, sent: true }),
    enter: DeskEnterPage({ locale, token: 't"k' }),
    'desk-waiting': DeskPage({ locale, staff, view: { ...emptyQueue, waitingTotal: 2 } }),
    'desk-not-found': DeskPage({
      locale,
      staff,
      view: { ...emptyQueue, query: { tasks: 'mine', q: 'лавки', page: 1 } },
    }),
    'desk-none-chosen': DeskPage({
      locale,
      staff,
      view: { ...emptyQueue, query: { tasks: 'mine', status: 'appeal', page: 1 } },
    }),
    'desk-empty': DeskPage({ locale, staff, view: emptyQueue }),
  }
}
