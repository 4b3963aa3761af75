import type { Locale } from '../../../shared/locale'
import type { DraftCommand, DraftStep } from '../../../shared/petition/answer-draft'
import type { DeadlineView, PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { DeadlineState } from '../../components/deadlines'
import type { DeskAct } from '../../components/desk/case-view'
import { Conflict } from '../../components/desk/conflict'
import { DraftForm, DraftSteps } from '../../components/desk/draft-forms'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import type { FieldError } from '../../components/error-summary'
import { Answer } from '../../components/petition/answer'
import { PlainText } from '../../components/plain-text'
import { textsOf } from '../../texts'
import { formatMoment } from '../../texts/format'
import { roleIn } from '../../texts/speech'

export interface DeskDraftPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly petition: PetitionView
  /** What the council decided, which only the desk knows before it is announced. */
  readonly outcome?: PetitionView['outcome']
  /** Steps with the names of who took them, the newest first. */
  readonly steps: readonly (DraftStep & { readonly name?: string | undefined })[]
  /** What the member may do with the draft now. */
  readonly commands: readonly DraftCommand['type'][]
  readonly signOff: boolean
  readonly flash?: string
  /** What was typed and not saved. */
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  /** What others did with the draft meanwhile. */
  readonly conflict?: readonly DeskAct[]
}

/** The answer before it is published: its text, what everybody will see, the sign-off, and how it came to be. */
export function DeskDraftPage(props: DeskDraftPageProps) {
  const { locale, staff, petition, steps, flash, conflict, commands, signOff } = props
  const t = textsOf(locale).answerDraft
  const [last] = steps
  const editing = commands.includes('save')
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskDraft(petition.id)}
      title={t.title}
      staff={staff}
      flash={flash}
    >
      <p class="over">
        <a href={href(locale, paths.deskPetition(petition.id))}>← {t.back}</a>
      </p>
      <h1>{t.title}</h1>
      <p class="lead">
        № {petition.number} «{petition.title}»
      </p>
      {conflict && <Conflict locale={locale} acts={conflict} draft />}
      <p class="note">{signOff ? t.lead : t.leadDirect}</p>
      <Terms {...props} />
      <Stage {...props} />
      <DraftSteps {...props} />
      {editing && <DraftForm {...props} />}
      {last && <Preview {...props} last={last} />}
      {steps.length > 0 && <Versions {...props} />}
    </DeskLayout>
  )
}

/** R17 and R18, whose terms run on whatever the draft's stage is. */
function Terms({ locale, petition }: DeskDraftPageProps) {
  const terms = petition.deadlines.filter(
    ({ rule, status }) => ['R13', 'R17', 'R18'].includes(rule) && (status === 'open' || status === 'overdue'),
  )
  const t = textsOf(locale)
  if (terms.length === 0) return null
  return (
    <ul class="terms">
      {terms.map((deadline: DeadlineView) => (
        <li class={deadline.status}>
          {deadline.title[locale]}: <DeadlineState locale={locale} deadline={deadline} />. {t.petition.due}:{' '}
          {formatMoment(locale, deadline.due)} ({deadline.rule})
        </li>
      ))}
    </ul>
  )
}

/** Where the draft stands, and the head's note where it came back. */
function Stage({ locale, petition, steps }: DeskDraftPageProps) {
  const t = textsOf(locale).answerDraft
  const [last] = steps
  if (petition.answer) return <p class="flash">{t.published}</p>
  if (!last) return <p>{t.none}</p>
  return (
    <>
      <p>
        <strong>{t.stages[last.kind]}</strong>{' '}
        <span class="meta">
          {formatMoment(locale, last.at)}, {last.name ?? roleIn(locale, last.by.role)}
        </span>
      </p>
      {last.note && (
        <section class="note" aria-labelledby="note">
          <h2 id="note">{t.note}</h2>
          <PlainText text={last.note} />
        </section>
      )}
      {last.kind === 'approved' && !petition.announcement && <p class="note">{t.afterAnnouncement}</p>}
    </>
  )
}

/** The answer exactly as the public page will show it. */
function Preview({ locale, petition, outcome, last }: DeskDraftPageProps & { readonly last: DraftStep }) {
  const t = textsOf(locale).answerDraft
  const { text, reasons, at } = last
  return (
    <section class="as-public" aria-labelledby="as-public">
      <h2 id="as-public">{t.preview}</h2>
      <p class="meta">{t.previewLead}</p>
      <Answer
        locale={locale}
        petition={{
          ...petition,
          ...(outcome && { outcome }),
          answer: petition.answer ?? { at, text, reasons },
        }}
      />
    </section>
  )
}

function Versions({ locale, steps }: DeskDraftPageProps) {
  const t = textsOf(locale).answerDraft
  return (
    <details>
      <summary>{t.versions}</summary>
      <p>{t.versionsLead}</p>
      <ol class="journal" reversed>
        {steps.map((step) => (
          <li>
            <p class="meta">
              {formatMoment(locale, step.at)} · {roleIn(locale, step.by.role)}
              {step.name && ` · ${step.name}`}
            </p>
            <p>
              <strong>{t.kinds[step.kind]}</strong>
              {step.note && `: ${step.note}`}
            </p>
            {step.kind === 'saved' && (
              <details>
                <summary>{t.text}</summary>
                <PlainText text={step.text} />
                <PlainText text={step.reasons} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
