import type { Locale } from '../../../shared/locale'
import type { Finding, FindingStatus } from '../../../verifier/finding'
import type { Report } from '../../../verifier/report'
import { sentenceOf, verdictOf } from '../../../verifier/texts/say'
import type { Outcome } from './messages'

/** What matters most comes first; within a kind, in the order in which it was checked. */
const ORDER: readonly FindingStatus[] = ['failed', 'skipped', 'ok', 'noted']

/** A report in the reader's language. What was found of the receipt comes before what was found of the log. */
export function outcomeOf(report: Report, locale: Locale): Outcome {
  const { petitionId, title, verdict, findings, keep } = report
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b))
  return {
    verdict,
    headline: headlineOf(report, locale),
    sentences: sorted.map((finding) => ({ status: finding.status, text: sentenceOf(locale, finding) })),
    ...(petitionId && { petitionId }),
    ...(title !== undefined && { title }),
    ...(keep && { keep }),
  }
}

function headlineOf(report: Report, locale: Locale): string {
  const { petitionId, findings, tally } = report
  const inLog = findings.some(({ code }) => code === 'receipt-in-log' || code === 'receipt-in-log-nameless')
  const ofLog = verdictOf(locale, report)
  return inLog && tally
    ? `${verdictOf(locale, { petitionId, verdict: 'holds', findings: [] })} ${ofLog}`
    : ofLog
}

function rank({ code, status }: Finding): number {
  return code.startsWith('receipt-') ? -1 : ORDER.indexOf(status)
}
