import { countKey, namesKey } from '../../../../shared/log/addresses'
import type { SignatureRow } from '../../../../shared/log/candidate'
import { leafAt } from '../../../../shared/log/leaf'
import { nameEntryOf, namesFileOf, parseNames } from '../../../../shared/log/names'
import type { MemoryLog } from '../../../support/memory-log'
import { MemoryObjects } from '../../../support/memory-objects'
import type { Dice } from './dice'

export const PETITION = 'model'

export interface ThresholdCall {
  readonly count: number
  readonly at: string
}

/** Everything outside the workers, and what must always hold of it. */
export class World {
  readonly objects = new MemoryObjects()
  readonly thresholdCalls: ThresholdCall[] = []
  readonly violations: string[] = []
  private shownCount = 0
  private shownNames = 0

  constructor(
    readonly log: MemoryLog,
    readonly threshold: number,
  ) {}

  /** Starts with `size` signatures sequenced, so that a batch can cross from one file of names to the next. */
  async begin(size: number): Promise<void> {
    const names = []
    for (let index = 0; index < size; index++) {
      const row = soundRow(`early-${index}`, 0)
      this.log.signatures.set(row.key, { ...row, index })
      names.push(nameEntryOf(leafAt(index, candidateOf(row))))
    }
    if (size === 0) return
    this.log.current = { size, applied: size, version: 2 }
    await this.objects.put(namesKey(PETITION, 0), JSON.stringify(names), { cacheSeconds: 0 })
    if (size >= this.threshold)
      this.thresholdCalls.push({ count: this.threshold, at: soundRow('', 0).confirmedAt })
  }

  sign(key: string, dice: Dice): void {
    const row = soundRow(key, dice.below(1000))
    const { person: _, ...nameless } = row
    this.log.signatures.set(key, dice.chance(0.08) ? nameless : row)
  }

  /** Called after each step: what was shown to readers never goes back, and the gate keeps its promise. */
  watch(): void {
    const count = this.publishedCount()
    if (count < this.shownCount) this.violations.push(`the count fell from ${this.shownCount} to ${count}`)
    this.shownCount = count
    const names = this.publishedNames().length
    if (names < this.shownNames) this.violations.push(`names fell from ${this.shownNames} to ${names}`)
    this.shownNames = names
    if (this.log.current.applied >= this.threshold && this.thresholdCalls.length === 0) {
      this.violations.push('the batch with the threshold was applied without its event')
    }
  }

  /** Called when all has come to rest. */
  judge(): string[] {
    this.watch()
    const rows = [...this.log.signatures.values()]
    const sound = rows.filter((row) => row.person !== undefined)
    const places = sound.map((row) => row.index).sort((a, b) => (a ?? -1) - (b ?? -1))
    this.expect('indices', places, [...sound.keys()])
    this.expect('size', [this.log.current.size, this.log.current.applied], [sound.length, sound.length])
    this.expect('quarantined', rows.filter((row) => row.quarantined).length, rows.length - sound.length)
    const names = this.publishedNames().map((entry) => `${entry.index} ${entry.name}`)
    const rowNames = sound
      .toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1))
      .map((row) => `${row.index} ${row.person?.surname} ${row.person?.givenName}`)
    this.expect('names', names, rowNames)
    if (places.length > 0 && this.objects.text(countKey(PETITION))) {
      this.expect('count', this.publishedCount(), sound.length)
    }
    this.judgeThreshold(sound)
    return this.violations
  }

  private judgeThreshold(sound: readonly SignatureRow[]) {
    const decisive = sound.find((row) => row.index === this.threshold - 1)
    const right = { count: this.threshold, at: decisive?.confirmedAt ?? 'never' }
    this.expect('threshold met', this.thresholdCalls.length > 0, decisive !== undefined)
    for (const call of this.thresholdCalls) this.expect('threshold', call, right)
  }

  private publishedCount(): number {
    return JSON.parse(this.objects.text(countKey(PETITION)) ?? '{"count":0}').count
  }

  private publishedNames() {
    const files = namesFileOf(this.log.signatures.size) + 1
    return Array.from({ length: files }, (_, file) =>
      parseNames(this.objects.text(namesKey(PETITION, file)) ?? '[]'),
    ).flat()
  }

  private expect(what: string, actual: unknown, expected: unknown) {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
    if (a !== b) this.violations.push(`${what}: ${a} instead of ${b}`)
  }
}

function soundRow(key: string, minutes: number) {
  const confirmedAt = new Date(Date.UTC(2026, 2, 2) + minutes * 60_000).toISOString()
  const person = { surname: `Підписант-${key}`, givenName: 'Олена' }
  return { key, person, confirmedAt, nameSalt: new Uint8Array(32).fill(7) }
}

function candidateOf({ person, ...rest }: ReturnType<typeof soundRow>) {
  return { ...rest, name: `${person.surname} ${person.givenName}` }
}
