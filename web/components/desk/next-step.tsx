import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Step } from '../../../shared/staff/next-step'
import { href, paths } from '../../addresses'
import type { DeskPetitionPageProps } from '../../pages/desk/petition'
import { textsOf } from '../../texts'
import { formatMoment } from '../../texts/format'
import { roleIn } from '../../texts/speech'
import { ActionForm, FoldedAction } from './action-form'
import { countdownIn } from './countdown'
import { Checklist } from './grounds'

/** The actions by which a step is taken; a draft has its own page. */
const ACTIONS: Readonly<Partial<Record<Step, readonly StaffAction[]>>> = {
  check: ['publish', 'reject'],
  transfer: ['transfer'],
  begin: ['begin-consideration'],
  decide: ['decide'],
  announce: ['announce'],
  'register-appeal': ['register-appeal'],
  'answer-appeal': ['answer-appeal'],
}

const DRAFT_STEPS: readonly Step[] = ['draft-answer', 'sign-off', 'publish-answer']

/** Of the actions that the member may take now, those that the next step is taken by. */
export function actionsOfNext({ work, actions, petition }: DeskPetitionPageProps): readonly StaffAction[] {
  if (petition.shortfall)
    return actions.filter((one) => one === 'keep-consideration' || one === 'resume-collection')
  const wanted = (work.next?.mine && ACTIONS[work.next.step]) || []
  return wanted.filter((action) => actions.includes(action))
}

/** What has to be done next, by whom and by when, with its form at hand; or whom it waits for. */
export function NextStep(props: DeskPetitionPageProps) {
  const { locale, petition, work } = props
  const { deskCase: t, queue } = textsOf(locale)
  const { next } = work
  const primary = actionsOfNext(props)
  if (!next && primary.length === 0) {
    return (
      <section class="next" aria-labelledby="next">
        <h2 id="next">{t.nothingNext}</h2>
        <p>{t.nothingNextText}</p>
      </section>
    )
  }
  return (
    <section class={`next ${next?.urgency ?? ''}`} aria-labelledby="next">
      <p class="over">{t.next}</p>
      {next && (
        <>
          <h2 id={next.step}>
            <span id="next">
              {next.mine ? queue.steps[next.step] : queue.waitingFor[next.roles[0]!](queue.steps[next.step])}
            </span>
          </h2>
          <p>
            <strong class="countdown">{countdownIn(locale, next)}</strong> · {t.until}{' '}
            {formatMoment(locale, next.deadline.due)} ·{' '}
            {next.roles.map((role) => roleIn(locale, role)).join(queue.or)}
          </p>
        </>
      )}
      {!next && <h2 id="next">{t.next}</h2>}
      {next?.step === 'check' && next.mine && <Checklist locale={locale} />}
      {next && work.mayDraft && DRAFT_STEPS.includes(next.step) && (
        <p>
          <a class="button" href={href(locale, paths.deskDraft(petition.id))}>
            {t.toDraft}
          </a>
        </p>
      )}
      {primary.map((action) => (
        <Primary {...props} action={action} folded={primary.length > 1 && action !== 'publish'} />
      ))}
    </section>
  )
}

function Primary({
  action,
  folded,
  ...props
}: DeskPetitionPageProps & { action: StaffAction; folded: boolean }) {
  const shared = formOf(props, action)
  if (folded) return <FoldedAction {...shared} />
  return <ActionForm {...shared} />
}

/** Everything else that may be done now. */
export function OtherActions(props: DeskPetitionPageProps) {
  const { locale, petition, work, actions } = props
  const t = textsOf(locale).deskCase
  const primary = actionsOfNext(props)
  const others = actions.filter((action) => action !== 'answer' && !primary.includes(action))
  const drafting = work.mayDraft && !(work.next && DRAFT_STEPS.includes(work.next.step))
  if (others.length === 0 && !drafting) return null
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t.others}</h2>
      {drafting && (
        <p>
          <a href={href(locale, paths.deskDraft(petition.id))}>{t.toDraft}</a>
        </p>
      )}
      {others.map((action) => (
        <FoldedAction {...formOf(props, action)} />
      ))}
    </section>
  )
}

function formOf(
  { locale, petition, staff, work, today, failed }: DeskPetitionPageProps,
  action: StaffAction,
) {
  return {
    locale,
    petition,
    action,
    csrf: staff.csrf,
    seq: work.seq,
    today,
    failed: failed?.action === action ? failed : undefined,
  }
}
