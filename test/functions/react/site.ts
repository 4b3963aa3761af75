import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { createPetition, runCommand } from '../../../functions/actions/run-command'
import { sequenceSignatures } from '../../../functions/actions/sequence-signatures'
import type { SequencingDeps } from '../../../functions/actions/sequencing'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { receiverTable } from '../../../functions/adapters/dynamodb/receivers'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { keys, type Table, toItem } from '../../../functions/adapters/dynamodb/table'
import { publishingOn } from '../../../functions/composition/react'
import { sequencingOn } from '../../../functions/composition/sequence'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { type ReactDeps, reactToChanges } from '../../../functions/streams/react'
import type { Community } from '../../../shared/community/settings'
import { annulmentKey, erasureKey } from '../../../shared/log/row-key'
import type { Command } from '../../../shared/petition/commands'
import type { Receiver } from '../../../shared/systems/receiver'
import { councilHost, ngoHost, testCommunity } from '../../support/communities'
import { MemoryObjects } from '../../support/memory-objects'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../../support/platform'
import { RecordedMetrics } from '../../support/recorded-metrics'

export interface Change {
  readonly pk: string
  readonly sk: string
  readonly event?: 'INSERT' | 'MODIFY'
}

/** The site of one community in a table of its own, and what happens to it. */
export class Site {
  readonly clock = new HandClock('2026-03-02T08:00:00.000Z')
  readonly objects = new MemoryObjects()
  readonly mailQueue = new MemoryQueue<MailMessage>()
  readonly metrics = new RecordedMetrics()
  readonly deps: ReactDeps
  readonly sequencing: SequencingDeps
  listsMayFollowCounts = true
  private readonly commands
  private signed = 0

  constructor(private readonly table: Table) {
    const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
    const logSigner = memoryLogSigner()
    const platform = { clock: this.clock, random, db: table.db, objects: this.objects, logSigner }
    const env = { TABLE_NAME: table.name, PUBLIC_URL: 'https://viche.example' }
    const communities = communityTable(table)
    this.commands = {
      clock: this.clock,
      random,
      communities,
      petitions: petitionTable(table, communities.calendar, petitionKeySeal(memoryKeyRing())),
    }
    this.sequencing = sequencingOn(platform, env)
    this.deps = {
      ...publishingOn(platform, env),
      mailQueue: this.mailQueue,
      receivers: receiverTable(table),
      metrics: this.metrics,
      listsMayFollowCounts: () => this.listsMayFollowCounts,
    }
  }

  async open(threshold = 100): Promise<Change[]> {
    const { communities } = this.commands
    const settings = { ...testCommunity.settings, threshold }
    const community: Community = { ...testCommunity, settings }
    await communities.putCommunity(community)
    await communities.putHost(ngoHost)
    await communities.putHost(councilHost)
    return [
      { pk: 'COMMUNITIES', sk: community.id, event: 'INSERT' },
      { pk: 'HOSTS', sk: ngoHost.id, event: 'INSERT' },
    ]
  }

  /** A receiver of the council, which hears of these turns in its petitions. */
  async receiver(id: string, events: Receiver['events']): Promise<void> {
    const by = { id: 'x', name: 'x' }
    const place = `community:${testCommunity.id}` as const
    const at = this.clock.now()
    const receiver = {
      ...{ id, place, name: id, url: 'https://x.example/', events },
      secrets: [],
      version: 1,
    }
    const entry = { kind: 'receiver-added' as const, system: { id, name: id }, at, by }
    await receiverTable(this.table).save({ ...receiver, createdAt: at, by }, entry)
  }

  async submit(id: string, title = `Петиція ${id}`): Promise<Change[]> {
    await createPetition(this.commands, {
      id,
      communityId: testCommunity.id,
      hostId: councilHost.id,
      title,
      text: 'Просимо встановити зупинку біля школи, бо діти чекають на узбіччі.',
      author: { surname: 'Шевченко', givenName: 'Оксана', patronymic: 'Миколаївна' },
      email: 'oksana@example.org',
      wantsHearing: false,
      locale: 'uk',
    })
    return this.changes(id, 1)
  }

  async command(id: string, command: Command): Promise<Change[]> {
    const before = await this.commands.petitions.load(id)
    await runCommand(this.commands, id, command)
    return this.changes(id, before!.seq + 1)
  }

  async publish(id: string): Promise<Change[]> {
    const community = await this.commands.communities.community(testCommunity.id)
    const by = { role: 'moderator', staffId: 'olena' }
    const logOrigin = `viche.example/log/${id}`
    return this.command(id, { type: 'publish', by, settings: community!.settings, logOrigin })
  }

  /** So many people sign and are counted. */
  async sign(id: string, people: number): Promise<Change[]> {
    const signatures = signatureTable(this.table)
    const signers = Array.from({ length: people }, () => `person-${String(this.signed++).padStart(36, '0')}`)
    await Promise.all(
      signers.map((personKey) =>
        signatures.add({
          petitionId: id,
          personKey,
          person: { surname: 'Бондар', givenName: `Марія-${personKey}` },
          confirmedAt: this.clock.now(),
          nameSalt: new Uint8Array(32),
          personSalt: new Uint8Array(32),
          level: 'email',
        }),
      ),
    )
    await sequenceSignatures(this.sequencing, id, signers)
    return [{ pk: `PETITION#${id}`, sk: 'LOG' }]
  }

  /** The signatures at these indices are annulled. */
  async annul(id: string, targets: readonly number[]): Promise<Change[]> {
    const about = { ground: 'own-request', at: this.clock.now() }
    return this.amend(id, targets, (target) => ({
      ...keys.signature(id, annulmentKey(target)),
      target,
      ...about,
    }))
  }

  /** The names of the signatures at these indices are no longer kept. */
  async erase(id: string, targets: readonly number[]): Promise<Change[]> {
    const at = this.clock.now()
    return this.amend(id, targets, (target) => ({ ...keys.signature(id, erasureKey(target)), target, at }))
  }

  private async amend(id: string, targets: readonly number[], rowOf: (target: number) => { sk: string }) {
    const { db, name: TableName } = this.table
    const rows = targets.map(rowOf)
    for (const row of rows) await db.send(new PutItemCommand({ TableName, Item: toItem(row) }))
    await sequenceSignatures(
      this.sequencing,
      id,
      rows.map((row) => row.sk),
    )
    return [{ pk: `PETITION#${id}`, sk: 'LOG' }]
  }

  react(...changes: readonly Change[][]) {
    return reactToChanges(this.deps, streamOf(changes.flat()))
  }

  page(address: string): string | undefined {
    return this.objects.text(`${address.slice(1)}${address.endsWith('/') ? '' : '/'}index.html`)
  }

  /** What the search is told of a petition that changes. */
  state(id: string) {
    return JSON.parse(this.objects.text('search/now.json')!).states[id]
  }

  /** Every public file with its text. */
  public(): string {
    return [...this.objects.objects.keys()]
      .filter((key) => !key.startsWith('staging/'))
      .map((key) => `${key}\n${this.objects.text(key)}`)
      .join('\n')
  }

  private async changes(id: string, fromSeq: number): Promise<Change[]> {
    const record = await this.commands.petitions.loadRecord(id)
    const { events, notices } = record!
    const pk = `PETITION#${id}`
    return [
      { pk, sk: 'PETITION', event: fromSeq === 1 ? 'INSERT' : 'MODIFY' },
      ...events
        .filter((event) => event.seq >= fromSeq)
        .map(({ seq }) => ({ pk, sk: `EVENT#${String(seq).padStart(6, '0')}`, event: 'INSERT' as const })),
      ...notices
        .filter((notice) => notice.event >= fromSeq)
        .map((notice) => ({ pk, sk: `NOTICE#${notice.id}`, event: 'INSERT' as const })),
    ]
  }
}

function streamOf(changes: readonly Change[]): DynamoDBStreamEvent {
  return {
    Records: changes.map(({ pk, sk, event = 'MODIFY' }, place) => ({
      eventName: event,
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(100 + place) },
    })),
  }
}
