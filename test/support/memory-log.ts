import { type CommittedBatch, IndexConflict, type SignatureLog } from '../../functions/ports/signature-log'
import type { Instant } from '../../shared/calendar/day'
import { type Flaw, isWaiting, type LogRow } from '../../shared/log/candidate'
import { countOf, EMPTY_LOG, extentOf, isPending, type LogState } from '../../shared/log/state'

/** The log of one petition in memory: each operation is atomic and seen at once. */
export class MemoryLog implements SignatureLog {
  current: LogState = EMPTY_LOG
  /** By key. */
  readonly asked = new Map<string, LogRow>()

  async state(_petitionId: string): Promise<LogState> {
    return this.current
  }

  async commit(_petitionId: string, from: LogState, batch: CommittedBatch): Promise<boolean> {
    if (this.current.version !== from.version || isPending(this.current)) return false
    const { after, staging, at } = batch
    this.current = { ...this.current, ...after, staging, version: from.version + 1, updatedAt: at }
    return true
  }

  async markApplied(_petitionId: string, state: LogState, at: Instant): Promise<void> {
    if (this.current.version !== state.version) return
    const extent = extentOf(this.current)
    const version = this.current.version + 1
    const { size: applied, providers: standing } = extent
    this.current = {
      ...{ ...extent, applied, count: countOf(extent), version, updatedAt: at },
      ...(standing && { standing }),
    }
  }

  async rows(_petitionId: string, keys: readonly string[]): Promise<LogRow[]> {
    return keys.flatMap((key) => this.asked.get(key) ?? [])
  }

  async *waiting(_petitionId: string): AsyncGenerator<readonly LogRow[]> {
    yield [...this.asked.values()].filter(isWaiting)
  }

  async setIndex(_petitionId: string, key: string, index: number): Promise<void> {
    const row = this.asked.get(key)
    if (row === undefined) return
    if (row.index !== undefined && row.index !== index)
      throw new IndexConflict(`${key}: ${row.index}, ${index}`)
    this.asked.set(key, { ...row, index })
  }

  async quarantine(_petitionId: string, key: string, flaw: Flaw): Promise<void> {
    const row = this.asked.get(key)
    if (row && row.index === undefined) this.asked.set(key, { ...row, quarantined: flaw })
  }
}
