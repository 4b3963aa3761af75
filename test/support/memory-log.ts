import { type CommittedBatch, IndexConflict, type SignatureLog } from '../../functions/ports/signature-log'
import type { Instant } from '../../shared/calendar/day'
import { type Flaw, isWaiting, type SignatureRow } from '../../shared/log/candidate'
import { EMPTY_LOG, isPending, type LogState } from '../../shared/log/state'

/** The log of one petition in memory: each operation is atomic and seen at once. */
export class MemoryLog implements SignatureLog {
  current: LogState = EMPTY_LOG
  readonly signatures = new Map<string, SignatureRow>()

  async state(_petitionId: string): Promise<LogState> {
    return this.current
  }

  async commit(_petitionId: string, from: LogState, batch: CommittedBatch): Promise<boolean> {
    if (this.current.version !== from.version || isPending(this.current)) return false
    const { size, staging, at } = batch
    this.current = { ...this.current, size, staging, version: from.version + 1, updatedAt: at }
    return true
  }

  async markApplied(_petitionId: string, state: LogState, at: Instant): Promise<void> {
    if (this.current.version !== state.version) return
    const { size, version } = this.current
    this.current = { size, applied: size, version: version + 1, updatedAt: at }
  }

  async rows(_petitionId: string, keys: readonly string[]): Promise<SignatureRow[]> {
    return keys.flatMap((key) => this.signatures.get(key) ?? [])
  }

  async *waiting(_petitionId: string): AsyncGenerator<readonly SignatureRow[]> {
    yield [...this.signatures.values()].filter(isWaiting)
  }

  async setIndex(_petitionId: string, key: string, index: number): Promise<void> {
    const row = this.signatures.get(key)
    if (row === undefined) return
    if (row.index !== undefined && row.index !== index)
      throw new IndexConflict(`${key}: ${row.index}, ${index}`)
    this.signatures.set(key, { ...row, index })
  }

  async quarantine(_petitionId: string, key: string, flaw: Flaw): Promise<void> {
    const row = this.signatures.get(key)
    if (row && row.index === undefined) this.signatures.set(key, { ...row, quarantined: flaw })
  }
}
