import type { Term } from '../../../shared/calendar/term'
import type { Locale } from '../../../shared/locale'
import { type PetitionRule, ruleOf } from '../../../shared/petition/rules'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'
import { roleIn, signaturesIn, termIn } from '../../texts/speech'

interface NextStepsProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** What the law makes of enough signatures, in its order, by who collects them. */
const STEPS = { council: ['R12', 'R10', 'R13', 'R17', 'R18'], ngo: ['R9', 'R12', 'R11', 'R13', 'R17', 'R18'] }

/** What comes after a signature: how many more are needed and until when, then the steps of the statute. */
export function NextSteps({ locale, petition }: NextStepsProps) {
  const t = textsOf(locale).signing.next
  const steps = STEPS[petition.host.kind].map(ruleOf).filter((rule) => !isDone(petition, rule))
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.title}</h2>
      <p>{nearest(locale, petition)}</p>
      {steps.length > 0 && (
        <>
          <p>{petition.thresholdReachedAt ? t.stepsNow : t.stepsThen}</p>
          <ol class="steps">
            {steps.map((rule) => (
              <li>
                {rule.title[locale]}
                <span class="meta"> {t.by(roleIn(locale, rule.actor), termOf(locale, petition, rule))}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {petition.status === 'collecting' && <p>{t.short}</p>}
    </section>
  )
}

/** Done by an event that no later return to collecting has made void. */
function isDone({ events }: PetitionView, { duty }: PetitionRule): boolean {
  const since = events.findLastIndex(({ type }) => type === 'collection-resumed')
  return events.slice(since + 1).some(({ type }) => (duty?.metBy as readonly string[]).includes(type))
}

function termOf(locale: Locale, { consideration }: PetitionView, { duty }: PetitionRule): string {
  const term = duty!.term
  return termIn(locale, 'setting' in term ? (consideration as Term) : term)
}

function nearest(locale: Locale, { count, threshold, closesOn, status }: PetitionView): string {
  const t = textsOf(locale).signing.next
  const day = closesOn ? formatDay(locale, closesOn) : ''
  if (status === 'collecting' && count < threshold)
    return t.left(signaturesIn(locale, threshold - count), day)
  return status === 'collecting' || status === 'threshold-reached' ? t.enough : t.past
}
