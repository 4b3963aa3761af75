import type { Locale } from '../../shared/locale'
import type { Finding, FindingCode, FindingFacts } from '../finding'
import type { Report } from '../report'
import * as en from './en'
import { type Speech, speechIn } from './speech'
import * as uk from './uk'

const texts = { uk, en } as const
const speech: Readonly<Record<Locale, Speech>> = { uk: speechIn('uk'), en: speechIn('en') }

/** A finding in one plain sentence; where it stands for more of its kind, a second says how many. */
export function sentenceOf(locale: Locale, finding: Finding): string {
  const say = speech[locale]
  const { sentences, verdicts } = texts[locale]
  // The table has a sentence for each code, of that code's facts: more than the compiler can follow.
  const sentence = sentences[finding.code] as (facts: FindingFacts[FindingCode], say: Speech) => string
  const text = sentence(finding.facts, say)
  const one = text[0]!.toLocaleUpperCase(locale) + text.slice(1)
  if (!finding.more) return one
  return `${one} ${(finding.status === 'failed' ? verdicts.more : verdicts.moreNoted)(finding.more, say)}`
}

/** The report's outcome in a sentence. */
export function verdictOf(locale: Locale, { verdict, tally, findings }: Report): string {
  const say = speech[locale]
  const { verdicts } = texts[locale]
  if (verdict === 'fails' && findings.every(({ code }) => code.startsWith('receipt-')))
    return verdicts.receiptFails
  if (verdict === 'fails') return verdicts.fails(flawsIn(findings), say)
  if (verdict === 'unchecked') return verdicts.receiptUnchecked
  if (!tally) return verdicts.receiptHolds
  const skipped = findings.some(({ status }) => status === 'skipped')
  return (skipped ? verdicts.holdsInPart : verdicts.holds)(tally, say)
}

function flawsIn(findings: readonly Finding[]): number {
  return findings.filter(({ status }) => status === 'failed').reduce((sum, { more = 0 }) => sum + 1 + more, 0)
}
