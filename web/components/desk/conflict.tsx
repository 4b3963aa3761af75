import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { roleIn, wordFor } from '../../texts/speech'
import { Moment } from '../moment'
import type { DeskAct } from './case-view'

interface ConflictProps {
  readonly locale: Locale
  /** What others did meanwhile. */
  readonly acts: readonly DeskAct[]
  /** Whether they are steps of a draft, rather than events of the petition. */
  readonly draft?: boolean
}

/** Two at once: what somebody else did after the form was shown, and how to go on knowingly. */
export function Conflict({ locale, acts, draft }: ConflictProps) {
  const { deskCase: t, petition, answerDraft } = textsOf(locale)
  const words = draft ? answerDraft.kinds : petition.events
  return (
    <section class="errors" role="alert" tabindex={-1} aria-labelledby="conflict">
      <h2 id="conflict">{t.conflict}</h2>
      <ul>
        {acts.map((act) => (
          <li>
            <Moment locale={locale} at={act.at} />, {act.name ? `${act.name}, ` : ''}
            {roleIn(locale, act.role)}: <strong>{wordFor(words, act.type)}</strong>
          </li>
        ))}
      </ul>
      <p>{t.conflictNext}</p>
    </section>
  )
}

/** What was typed into a form that the petition has no place for any more: to be read and copied. */
export function Typed({
  locale,
  values,
}: {
  readonly locale: Locale
  readonly values: Readonly<Record<string, string>>
}) {
  const t = textsOf(locale).deskCase
  const texts = Object.entries(values).filter(([, value]) => value.trim() !== '')
  if (texts.length === 0) return null
  return (
    <section aria-labelledby="typed">
      <h2 id="typed">{t.typed}</h2>
      <p>{t.typedLead}</p>
      {texts.map(([name, value], index) => (
        <p>
          <label for={`typed-${index}`}>{fieldIn(locale, name)}</label>
          <textarea id={`typed-${index}`} readonly rows={Math.min(10, 1 + Math.ceil(value.length / 70))}>
            {value}
          </textarea>
        </p>
      ))}
    </section>
  )
}

/** The label that a field had in its form, as far as it is known. */
function fieldIn(locale: Locale, name: string): string {
  const { desk, deskCase } = textsOf(locale)
  return wordFor(desk.fields, name) === name ? deskCase.typed : wordFor(desk.fields, name)
}
