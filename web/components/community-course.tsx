import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { termIn } from '../texts/speech'
import { termOf } from './community-punctuality'
import { RuleLink } from './rule-link'

interface CourseProps {
  readonly locale: Locale
  readonly community: Community
}

/** The statute in plain words with the community's own numbers, each sentence with its rule. */
export function Course({ locale, community: { settings } }: CourseProps) {
  const t = textsOf(locale).community
  const term = (rule: string) => termIn(locale, termOf(rule, settings)!)
  const sentences = [
    ['R2', t.courseCheck(term('R2'))],
    ['R7', t.courseSign(formatNumber(locale, settings.threshold), termIn(locale, settings.collection))],
    ['R10', t.courseBegin(term('R10'))],
    ['R13', t.courseConsider(term('R13'))],
    ['R18', t.courseAnswer(term('R18'))],
    ['R8', t.courseShort(term('R8'))],
  ] as const
  return (
    <section>
      <h2>{t.course}</h2>
      <ol>
        {sentences.map(([rule, words]) => (
          <li>
            {words} <RuleLink locale={locale} rule={rule} />
          </li>
        ))}
      </ol>
      <p>
        <a href={href(locale, paths.about)}>{t.courseMore}</a>
      </p>
    </section>
  )
}
