import type { Locale } from '../../shared/locale'
import type { FindingStatus } from '../finding'
import type { Report } from '../report'
import { sentenceOf, verdictOf } from '../texts/say'
import { words } from './words'

const SIGN: Readonly<Record<FindingStatus, string>> = { ok: '✓', failed: '✗', noted: '•', skipped: '–' }
/** What does not hold comes first. */
const ORDER: readonly FindingStatus[] = ['failed', 'skipped', 'ok', 'noted']

/** The report for people: the outcome first, then a line for each finding. */
export function asText(locale: Locale, report: Report): string {
  const { title, findings } = report
  const lines = ORDER.flatMap((status) => findings.filter((finding) => finding.status === status)).map(
    (finding) => `  ${SIGN[finding.status]} ${oneLine(sentenceOf(locale, finding))}`,
  )
  const about = title === undefined ? [] : [words[locale].petition(oneLine(title))]
  return `${[verdictOf(locale, report), ...about, '', ...lines].join('\n')}\n`
}

/** The report for programs; codes are stable, sentences are not. */
export function asJson(locale: Locale, report: Report): string {
  const { petitionId, verdict, title, tally } = report
  const findings = report.findings.map((finding) => ({ ...finding, text: sentenceOf(locale, finding) }))
  const sentence = verdictOf(locale, report)
  return `${JSON.stringify({ petitionId, title, verdict, text: sentence, tally, findings }, undefined, 2)}\n`
}

/** What a site sent must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}
