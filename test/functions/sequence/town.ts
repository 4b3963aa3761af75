import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import type { SequencingDeps } from '../../../functions/actions/sequencing'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { fromItem, keys, type Table, toItem } from '../../../functions/adapters/dynamodb/table'
import { sequencingOn } from '../../../functions/composition/sequence'
import { checkpointKey, countKey, namesKey } from '../../../shared/log/addresses'
import type { LogRow } from '../../../shared/log/candidate'
import { parseNamesFile } from '../../../shared/log/names'
import { annulmentKey, erasureKey } from '../../../shared/log/row-key'
import type { LogState } from '../../../shared/log/state'
import type { Petition } from '../../../shared/petition/petition'
import { MemoryObjects } from '../../support/memory-objects'
import { memoryLogSigner } from '../../support/platform'
import { publishedPetition } from '../../support/published-petition'
import { RecordedMetrics } from '../../support/recorded-metrics'

const NOW = '2026-03-10T12:00:00.000Z'

/** A petition in the real table, people who sign it, and what became of it. */
export class Town {
  readonly objects = new MemoryObjects()
  readonly metrics = new RecordedMetrics()
  readonly deps: SequencingDeps
  private signed = 0

  constructor(
    readonly table: Table,
    readonly id: string,
  ) {
    const platform = {
      clock: { now: () => NOW },
      random: { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) },
      db: table.db,
      objects: this.objects,
      logSigner: memoryLogSigner(),
    }
    this.deps = { ...sequencingOn(platform, { TABLE_NAME: table.name }), metrics: this.metrics }
  }

  async publish(threshold: number): Promise<void> {
    await this.put({ ...keys.petition(this.id), ...publishedPetition(this.id, threshold) })
  }

  /** People confirm one after another, a second apart. @returns their keys */
  async sign(people: number): Promise<string[]> {
    const signatures = signatureTable(this.table)
    const confirmed = Array.from({ length: people }, async () => {
      const number = this.signed++
      const personKey = Buffer.from(`person-${String(number).padStart(25, '0')}`).toString('base64url')
      const salt = () => new Uint8Array(32).fill(number % 256)
      await signatures.add({
        petitionId: this.id,
        personKey,
        person: { surname: 'Коваленко', givenName: `Ім’я-${number}`, patronymic: 'Іванівна' },
        confirmedAt: confirmedAt(number),
        nameSalt: salt(),
        personSalt: salt(),
        level: 'email',
      })
      return personKey
    })
    return Promise.all(confirmed)
  }

  /** Staff ask to annul the signatures at these indices. @returns the keys of the rows */
  async annul(...targets: number[]): Promise<string[]> {
    const rows = targets.map((target) => ({ sk: annulmentKey(target), target, ground: 'duplicate', at: NOW }))
    for (const row of rows) await this.put({ ...keys.signature(this.id, row.sk), ...row })
    return rows.map((row) => row.sk)
  }

  /** The time for keeping these names is over. @returns the keys of the rows */
  async askToErase(...targets: number[]): Promise<string[]> {
    const rows = targets.map((target) => ({ sk: erasureKey(target), target, at: NOW }))
    for (const row of rows) await this.put({ ...keys.signature(this.id, row.sk), ...row })
    return rows.map((row) => row.sk)
  }

  async damage(key: string, attribute: string, value?: unknown): Promise<void> {
    const change = value === undefined ? 'REMOVE #a' : 'SET #a = :value'
    await this.table.db.send(
      new UpdateItemCommand({
        TableName: this.table.name,
        Key: toItem(keys.signature(this.id, key)),
        UpdateExpression: change,
        ExpressionAttributeNames: { '#a': attribute },
        ...(value !== undefined && { ExpressionAttributeValues: toItem({ ':value': value }) }),
      }),
    )
  }

  async erase(key: string): Promise<void> {
    await this.table.db.send(
      new DeleteItemCommand({ TableName: this.table.name, Key: toItem(keys.signature(this.id, key)) }),
    )
  }

  async signature(key: string): Promise<LogRow> {
    return this.get<LogRow>(keys.signature(this.id, key))
  }

  async indices(signers: readonly string[]): Promise<(number | undefined)[]> {
    const rows = await this.deps.log.rows(this.id, signers)
    const byKey = new Map(rows.map((row) => [row.key, row.index]))
    return signers.map((key) => byKey.get(key))
  }

  state(): Promise<LogState> {
    return this.get<LogState>(keys.log(this.id))
  }

  petition(): Promise<Petition> {
    return this.get<Petition>(keys.petition(this.id))
  }

  count() {
    return JSON.parse(this.objects.text(countKey(this.id)) ?? 'null')
  }

  names(file: number) {
    return parseNamesFile(this.objects.text(namesKey(this.id, file)) ?? '[]')
  }

  checkpoint(): string {
    return this.objects.text(checkpointKey(this.id)) ?? ''
  }

  /** A file of the log, e.g. a tile. */
  file(key: string): Uint8Array {
    const stored = this.objects.objects.get(key)
    if (!stored) throw new Error(`no ${key}`)
    return stored.body
  }

  staged(): string[] {
    return [...this.objects.objects.keys()].filter((key) => key.startsWith('staging/'))
  }

  private async get<T>(key: object): Promise<T> {
    const { Item } = await this.table.db.send(
      new GetItemCommand({ TableName: this.table.name, Key: toItem(key), ConsistentRead: true }),
    )
    return Item ? fromItem<T>(Item) : (undefined as T)
  }

  private async put(item: object): Promise<void> {
    await this.table.db.send(new PutItemCommand({ TableName: this.table.name, Item: toItem(item) }))
  }
}

export function confirmedAt(second: number): string {
  return new Date(Date.UTC(2026, 2, 3) + second * 1000).toISOString()
}

/** A stream batch as Lambda hands it over. */
export function rings(records: readonly { petitionId: string; key: string }[]): DynamoDBStreamEvent {
  return {
    Records: records.map(({ petitionId, key }, place) => ({
      eventName: 'INSERT',
      dynamodb: {
        Keys: { pk: { S: `SIGNATURES#${petitionId}` }, sk: { S: key } },
        SequenceNumber: String(1000 + place),
      },
    })),
  }
}
