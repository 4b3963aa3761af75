import type { AnnulmentProgress } from '../../shared/http/annulment'
import { STAFF_ACTIONS } from '../../shared/http/staff-actions'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { STEP_ROLES, STEPS, type Step } from '../../shared/staff/next-step'
import { URGENCIES } from '../../shared/staff/urgency'
import type { CaseView, DeskNotice } from '../../web/components/desk/case-view'
import type { QueueView } from '../../web/components/desk/queue-view'
import { DeskAnnulPage } from '../../web/pages/desk/annul'
import { DeskConfirmPage } from '../../web/pages/desk/confirm'
import { DossierPage } from '../../web/pages/desk/dossier'
import { DeskDraftPage } from '../../web/pages/desk/draft'
import { DeskEnterPage, type DeskEnterPageProps } from '../../web/pages/desk/enter'
import { DeskHelpPage } from '../../web/pages/desk/help'
import { DeskKeptPage } from '../../web/pages/desk/kept'
import { DeskLostPage } from '../../web/pages/desk/lost'
import { DeskNoticesPage } from '../../web/pages/desk/notices'
import { DeskPetitionPage } from '../../web/pages/desk/petition'
import { DeskPreviewPage } from '../../web/pages/desk/preview'
import { DeskPage } from '../../web/pages/desk/queue'
import { DeskSecurityPage } from '../../web/pages/desk/security'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'
import { councilSignInPages } from './council-sign-in-pages'
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
    alarms: [{ ...petition, found: 3396, signatures: 11_000 }],
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
    alarms: [],
    cut: false,
    listed: [],
    more: false,
  },
  query: { tasks: 'all', page: 1 },
}

const deskNotices: readonly DeskNotice[] = (['no-address', 'refused', 'unreachable'] as const).flatMap(
  (reason) =>
    (['author', 'council', 'ngo', 'head'] as const).map((to) => ({
      id: `4-overdue-${to}`,
      kind: 'overdue',
      to,
      event: 4,
      rule: 'R13',
      status: to === 'head' ? ('pending' as const) : ('failed' as const),
      createdAt: NOW,
      attempts: 6,
      steps: [
        { what: 'failed' as const, at: NOW, reason },
        { what: 'resend-asked' as const, at: NOW, name: HOSTILE },
        { what: 'sent' as const, at: NOW },
      ],
      failure: reason,
      addresses: ['o…a@example.org'],
      mayResend: to !== 'head',
    })),
)

/** What the desk knows of a petition beside its view. */
const workOn = (petition: PetitionView, step: Step, mine = true): CaseView => {
  const [deadline] = petition.deadlines
  return {
    seq: petition.events.length,
    ...(deadline && {
      next: { deadline, step, mine, urgency: 'overdue', roles: STEP_ROLES[step], workingDaysOverdue: 3 },
    }),
    present: ['Олена Модераторка', HOSTILE],
    people: Object.fromEntries(petition.events.map(({ seq }) => [seq, HOSTILE])),
    draft: 'drafting',
    mayDraft: true,
    page: 'there',
    notices: deskNotices,
    anomalies: { alarming: step === 'check', found: 3396, signatures: 11_000 },
  }
}

const draftSteps = (
  ['published', 'approved', 'sign-off-asked', 'returned', 'taken-back', 'saved'] as const
).map((kind, index) => ({
  kind,
  version: 6 - index,
  text: HOSTILE,
  reasons: 'Бо так.',
  at: NOW,
  by: { role: 'head', staffId: 'kalynivka-head' },
  name: 'Голова громади',
  ...(kind === 'returned' && { note: HOSTILE }),
}))

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
      work: workOn(petition, 'check'),
      conflict: [{ type: 'transferred', at: NOW, role: 'head', name: HOSTILE }],
    }),
    'desk-petition-lost': DeskPetitionPage({
      locale,
      staff,
      petition,
      actions: ['annul'],
      annulments: [],
      today: TODAY,
      failed,
      work: { ...workOn(petition, 'announce', false), page: 'soon' },
    }),
    'desk-petition-draft': DeskPetitionPage({
      locale,
      staff,
      petition,
      actions: ['order-draft', 'extend'],
      annulments: [],
      today: TODAY,
      work: workOn(petition, 'sign-off'),
    }),
    ...Object.fromEntries(
      (['reject', 'extend', 'announce'] as const).map((action) => [
        `desk-preview-${action}`,
        DeskPreviewPage({
          locale,
          staff,
          petition,
          seq: 7,
          action,
          values: { reason: '<b>Причина</b>', ground: 'hatred' },
          foreseen: { petition, mails: [{ to: 'author', subject: HOSTILE, text: HOSTILE }] },
          newDay:
            action === 'extend' ? { day: '2026-06-15', asked: '2026-06-13', workingDays: 12 } : undefined,
        }),
      ]),
    ),
    'desk-draft': DeskDraftPage({
      locale,
      staff,
      petition,
      outcome: 'supported',
      steps: draftSteps,
      commands: ['save', 'publish'],
      signOff: true,
      typed: { text: HOSTILE, reasons: '' },
      errors: [{ field: 'reasons', message: 'Заповніть.' }],
      conflict: [{ type: 'saved', at: NOW, role: 'secretary', name: HOSTILE }],
    }),
    'desk-draft-waiting': DeskDraftPage({
      locale,
      staff,
      petition,
      steps: draftSteps.slice(1),
      commands: ['take-back', 'return', 'approve'],
      signOff: true,
      flash: 'Збережено.',
    }),
    'desk-draft-none': DeskDraftPage({
      locale,
      staff,
      petition,
      steps: [],
      commands: ['save'],
      signOff: false,
    }),
    'desk-draft-over': DeskDraftPage({
      locale,
      staff,
      petition,
      steps: draftSteps,
      commands: [],
      signOff: true,
    }),
    'desk-notices': DeskNoticesPage({
      locale,
      staff,
      notices: deskNotices.map((notice) => ({ petition, notice })),
      more: true,
      flash: 'Збережено.',
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
      work: { seq: 1, present: [], people: {}, draft: 'none', mayDraft: false, page: 'none', notices: [] },
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
    ...enterPages(locale),
    security: DeskSecurityPage({
      locale,
      staff: { name: 'Мавка Лісова', csrf: 'x', grants: [{ role: 'head', scope: 'community:malva' }] },
      keys: [passkey('a', 'Комп’ютер у раді'), passkey('b', '<b>"Телефон"</b>')],
      sessions: [session('s1'), session('s2')],
      current: 's1',
    }),
    'security-one-key': DeskSecurityPage({
      locale,
      staff: { name: 'Мавка Лісова', csrf: 'x', grants: [] },
      keys: [passkey('a', 'Комп’ютер')],
      sessions: [session('s1')],
      current: 's1',
    }),
    'sign-in-changed': DeskSignInPage({ locale, changed: true }),
    confirm: DeskConfirmPage({
      locale,
      fields: { csrf: 'x', ground: 'hatred', explanation: 'Зневажливі слова.' },
    }),
    ...councilSignInPages(locale),
    'sign-in-kept': DeskSignInPage({ locale, kept: true }),
    'desk-help': DeskHelpPage({ locale, staff }),
    'desk-kept': DeskKeptPage({
      locale,
      staff,
      fields: { seq: '3', explanation: 'Перший рядок.\n\nДругий.' },
    }),
    'desk-lost': DeskLostPage({ locale, values: { explanation: HOSTILE, seq: '3' } }),
    'desk-notices-none': DeskNoticesPage({ locale, staff, notices: [], more: false }),
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

/** Where a mailed link leads, whatever it is good for. */
function enterPages(locale: Locale) {
  const page = (leadsTo: DeskEnterPageProps['leadsTo']) =>
    DeskEnterPage({ locale, token: 't"k', name: 'Мавка Лісова', leadsTo })
  return {
    enter: page('first-key'),
    'enter-another-key': page('another-key'),
    'enter-recovery': page('recovery'),
    'enter-nothing': page('nothing'),
    'enter-asked': page('asked'),
  }
}

const AT = '2026-05-29T09:00:00.000Z'

function passkey(id: string, name: string) {
  const used = id === 'a' ? {} : { lastUsedAt: AT }
  return {
    id,
    staffId: 's',
    name,
    publicKey: 'x',
    counter: 0,
    transports: [],
    synced: id === 'b',
    createdAt: AT,
    ...used,
  }
}

function session(id: string) {
  const times = { startedAt: AT, authenticatedAt: AT, renewedAt: AT, idleUntil: AT, endsAt: AT }
  return { id, staffId: 's', csrf: 'x', browser: 'firefox', system: 'linux', network: 'n', ...times } as const
}
