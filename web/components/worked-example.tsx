import type { Locale } from '../../shared/locale'
import { ruleOf } from '../../shared/petition/rules'
import type { ExampleStep } from '../../shared/petition/worked-example'
import { textsOf } from '../texts'
import { DayOf } from './moment'
import { RuleLink } from './rule-link'

interface WorkedExampleProps {
  readonly locale: Locale
  readonly steps: readonly ExampleStep[]
}

/** A petition’s way day by day: what happened, and who has to do what by when from then on. */
export function WorkedExample({ locale, steps }: WorkedExampleProps) {
  const { petition, about: t, site } = textsOf(locale)
  return (
    <ol class="example">
      {steps.map(({ event, on, opens }) => (
        <li>
          <p>
            <DayOf locale={locale} day={on} />: {petition.events[event as keyof typeof petition.events]}
          </p>
          {opens.map(({ rule, due }) => {
            const { title, actor } = ruleOf(rule)
            return (
              <p class="meta">
                {title[locale]}. {site.roles[actor]}, {t.until} <DayOf locale={locale} day={due} /> (
                <RuleLink locale={locale} rule={rule} />)
              </p>
            )
          })}
        </li>
      ))}
    </ol>
  )
}
