import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { LIMITS } from '../../shared/http/limits'
import { textSchema } from '../../shared/http/plain-text'
import { staffActions } from '../../shared/http/staff-actions'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { needsRecentProof } from '../../shared/staff/access'
import { href, paths } from '../../web/addresses'
import type { DeskAct } from '../../web/components/desk/case-view'
import { flashIn } from '../../web/components/desk/flash'
import type { FieldError } from '../../web/components/error-summary'
import { DeskDraftPage } from '../../web/pages/desk/draft'
import { commandsFor, openDraftCase, type StaleDraft, takeDraftStep } from '../actions/answer-draft'
import { noteRefusal } from '../http/problem'
import { noteAttempt } from './attempt'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import type { DeskHandler } from './desk-page'
import { namesOf } from './names'
import { provedRecently, type Session } from './session'

const draftText = textSchema({ min: 0, max: LIMITS.statement.max })
const saved = z.object({ text: draftText.default(''), reasons: draftText.default('') })
const note = z.object({ note: textSchema(LIMITS.reason) })

/** The page of an answer's private draft. */
export const draftOf: DeskHandler = async (c, deps, session, locale) => {
  return c.html(await draftPage(deps, locale, session, c.req.param('id')!, flashIn(locale, c.req.url)))
}

/** A step with the draft; what is wrong, or what others did meanwhile, brings the form back with what was typed. */
export const stepWithDraft: DeskHandler = async (c, deps, session, locale) => {
  const id = c.req.param('id')!
  const { do: wanted = '', version, ...typed } = await formWithCsrf(c, session)
  if (isDraftWish(wanted)) noteAttempt(c, { action: `draft-${wanted}` })
  try {
    const stale = await stepFrom(deps, session, id, wanted, Number(version ?? 0), typed)
    if (stale) {
      noteRefusal(c, new DomainError('acted-meanwhile'))
      const conflict = await conflictOf(deps, stale)
      return c.html(await draftPage(deps, locale, session, id, { typed, conflict }), 409)
    }
  } catch (error) {
    const status = noteRefusal(c, error) as ContentfulStatusCode
    if (status !== 400 && status !== 409 && status !== 422) throw error
    const errors = formErrors(error, locale)
    return c.html(await draftPage(deps, locale, session, id, { typed, errors }), status)
  }
  return c.redirect(`${href(locale, paths.deskDraft(id))}?saved`, 303)
}

const WISHES = ['save', 'ask', 'take-back', 'return', 'approve', 'publish'] as const

function isDraftWish(wanted: string): wanted is (typeof WISHES)[number] {
  return WISHES.some((wish) => wish === wanted)
}

async function stepFrom(
  deps: StaffDeps,
  session: Session,
  id: string,
  wanted: string,
  seen: number,
  typed: Readonly<Record<string, string>>,
): Promise<StaleDraft | undefined> {
  const { member } = session
  const take = (command: Parameters<typeof takeDraftStep>[4]) =>
    takeDraftStep(deps, member, id, seen, command)
  switch (wanted) {
    case 'save':
      return take({ type: 'save', ...checkedForm(saved, filledIn(typed)) })
    case 'ask':
      return take({ type: 'ask', text: checkedForm(staffActions.answer, filledIn(typed)) })
    case 'return':
      return take({ type: 'return', ...checkedForm(note, typed) })
    case 'publish':
      if (needsRecentProof('draft-publish')) provedRecently(deps, session)
      return take({ type: wanted })
    case 'approve':
    case 'take-back':
      return take({ type: wanted })
    default:
      throw new DomainError('not-found')
  }
}

async function conflictOf(deps: StaffDeps, { steps }: StaleDraft): Promise<DeskAct[]> {
  const names = await namesOf(
    deps.staff,
    steps.map(({ by }) => by.staffId),
  )
  return steps.map(({ kind, at, by }) => ({
    type: kind,
    at,
    role: by.role,
    name: by.staffId === undefined ? undefined : names.get(by.staffId),
  }))
}

async function draftPage(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  id: string,
  extra: {
    readonly flash?: string
    readonly typed?: Readonly<Record<string, string>>
    readonly errors?: readonly FieldError[]
    readonly conflict?: readonly DeskAct[]
  },
) {
  const { record, view, steps, signOff } = await openDraftCase(deps, session.member, id)
  const names = await namesOf(
    deps.staff,
    steps.map(({ by }) => by.staffId),
  )
  const outcome = record.petition.decision?.outcome
  return (
    <DeskDraftPage
      locale={locale}
      staff={worker(session)}
      petition={view}
      {...(outcome && { outcome })}
      steps={steps.map((step) => ({ ...step, name: step.by.staffId && names.get(step.by.staffId) }))}
      commands={commandsFor(session.member, record.petition, steps[0], signOff)}
      signOff={signOff}
      {...extra}
    />
  )
}
