import { type Finding, type FindingCode, type FindingFacts, statusOf } from './finding'

/** Listed of one code; further ones are counted. A file that lies 100,000 times must not fill the memory. */
const LISTED = 3

/** Collects findings in the order in which they are made. */
export class Findings {
  private readonly listed: Finding[] = []
  private readonly times = new Map<FindingCode, number>()

  add<Code extends FindingCode>(code: Code, facts: FindingFacts[Code]): void {
    const times = (this.times.get(code) ?? 0) + 1
    this.times.set(code, times)
    if (times <= LISTED) this.listed.push({ code, status: statusOf(code), facts } as Finding)
  }

  /** Whether any of these was found. */
  has(...codes: readonly FindingCode[]): boolean {
    return codes.some((code) => this.times.has(code))
  }

  get failed(): boolean {
    return this.listed.some(({ status }) => status === 'failed')
  }

  /** The last listed of a code says how many more there are. */
  list(): Finding[] {
    const left = new Map([...this.times].map(([code, times]) => [code, Math.min(times, LISTED)]))
    return this.listed.map((finding) => {
      const rest = left.get(finding.code)! - 1
      left.set(finding.code, rest)
      const more = rest === 0 ? this.times.get(finding.code)! - LISTED : 0
      return more > 0 ? { ...finding, more } : finding
    })
  }
}
