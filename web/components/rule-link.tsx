import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'

interface RuleLinkProps {
  readonly locale: Locale
  /** Row of the rule table, e.g. R10. */
  readonly rule: string
  readonly children?: unknown
}

/** Leads to a rule as the page about petitions explains it; its id where no other words are given. */
export function RuleLink({ locale, rule, children }: RuleLinkProps) {
  return <a href={`${href(locale, paths.about)}#${rule}`}>{children ?? rule}</a>
}
