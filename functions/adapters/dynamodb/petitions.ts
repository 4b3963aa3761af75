import {
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { Instant } from '../../../shared/calendar/day'
import type { CalendarSettings } from '../../../shared/calendar/working-calendar'
import { EMPTY_LOG, type LogState } from '../../../shared/log/state'
import type { PetitionEvent } from '../../../shared/petition/events'
import type { Petition } from '../../../shared/petition/petition'
import { isPublic } from '../../../shared/petition/project'
import { erasureAt, nextDueAt } from '../../../shared/petition/tick'
import type { PetitionKeySeal } from '../../ports/petition-key-seal'
import {
  type Change,
  type PetitionRecord,
  type PetitionStore,
  type StoredNotice,
  VersionConflict,
} from '../../ports/petition-store'
import { type DeskKeys, owed, undelivered } from './desk-index'
import { queryPublished } from './published-petitions'
import { queryAll } from './query'
import { fromItem, type Item, keys, type Table, toItem } from './table'

/**
 * Petitions, their journals and outboxes in the table.
 * @param seal of their keys; a function without it neither creates petitions nor asks for keys
 */
export function petitionTable(
  table: Table,
  calendar: () => Promise<CalendarSettings>,
  seal?: PetitionKeySeal,
): PetitionStore {
  const { db, name: TableName } = table

  async function get<T>(key: { pk: string; sk: string }): Promise<T | undefined> {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }))
    return Item && fromItem<T>(Item)
  }

  async function write(items: TransactWriteItem[]): Promise<void> {
    try {
      await db.send(new TransactWriteItemsCommand({ TransactItems: items }))
    } catch (error) {
      if (isConflict(error)) throw new VersionConflict()
      throw error
    }
  }

  function journal(change: Change): TransactWriteItem[] {
    const { id } = change.petition
    const rows = [
      ...change.events.map((event) => ({ ...keys.event(id, event.seq), ...event })),
      ...change.notices.map((notice) => ({
        ...keys.notice(id, notice.id),
        ...notice,
        ...undelivered(change.petition.communityId, notice),
        status: 'pending',
        attempts: 0,
      })),
    ]
    return rows.map((row) => ({
      Put: { TableName, Item: toItem(row), ConditionExpression: 'attribute_not_exists(pk)' },
    }))
  }

  async function dueIn(bucket: string, now: Instant, limit: number): Promise<Petition[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueBucket = :bucket AND dueAt <= :now',
        ExpressionAttributeValues: toItem({ ':bucket': bucket, ':now': now }),
        Limit: limit,
      }),
    )
    return Items.map((row) => withoutIndexKeys(fromItem<StoredPetition>(row))!)
  }

  const stored = async (petition: Petition) => toItem(petitionItem(petition, await calendar()))

  return {
    load: async (id) => withoutIndexKeys(await get<StoredPetition>(keys.petition(id))),

    async loadRecord(id) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': keys.petition(id).pk }),
        ConsistentRead: true,
      })
      return recordOf(rows)
    },

    async create(change, authorEmail, petitionKey) {
      const { id } = change.petition
      const once = { TableName, ConditionExpression: 'attribute_not_exists(pk)' }
      const sealed = await sealing(seal).seal(id, petitionKey)
      await write([
        { Put: { ...once, Item: await stored(change.petition) } },
        { Put: { ...once, Item: toItem({ ...keys.author(id), email: authorEmail }) } },
        { Put: { ...once, Item: toItem({ ...keys.petitionKey(id), sealed }) } },
        ...journal(change),
      ])
    },

    async save(change, expectedVersion) {
      await write([
        {
          Put: {
            TableName,
            Item: await stored(change.petition),
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: toItem({ ':version': expectedVersion }),
          },
        },
        ...journal(change),
      ])
      table.saves?.tell(change.petition.id)
    },

    authorEmail: async (id) => (await get<{ email: string }>(keys.author(id)))?.email,
    async petitionKey(id) {
      const row = await get<{ sealed: string }>(keys.petitionKey(id))
      return row && sealing(seal).open(id, row.sealed)
    },
    published: (filter) => queryPublished(table, filter),

    async ofCommunity(communityId) {
      const rows = await queryAll(table, {
        IndexName: 'community',
        KeyConditionExpression: 'communityId = :community',
        ExpressionAttributeValues: toItem({ ':community': communityId }),
        ScanIndexForward: false,
      })
      return rows.map((row) => withoutIndexKeys(fromItem<StoredPetition>(row))!)
    },

    due: (now, limit) => dueIn(DUE, now, limit),
    dueForErasure: (now, limit) => dueIn(ERASURE, now, limit),
  }
}

function sealing(seal: PetitionKeySeal | undefined): PetitionKeySeal {
  if (!seal) throw new Error('this function has no part in petitions’ keys')
  return seal
}

const DUE = 'DUE'
/** Erasing takes many runs, which must not keep what is due waiting. */
const ERASURE = 'ERASURE'
/** Bucket of every published petition in the `published` index. */
export const PUBLISHED = 'PUBLISHED'

interface IndexKeys extends DeskKeys {
  readonly dueBucket?: string
  readonly dueAt?: Instant
  readonly publishedBucket?: string
}
export type StoredPetition = Petition & IndexKeys

function petitionItem(petition: Petition, calendar: CalendarSettings): object {
  return {
    ...keys.petition(petition.id),
    ...petition,
    ...dueKeys(petition, calendar),
    ...owed(petition),
    ...(isPublic(petition) && { publishedBucket: PUBLISHED }),
  }
}

function dueKeys(petition: Petition, calendar: CalendarSettings): IndexKeys {
  const dueAt = nextDueAt(petition, calendar)
  if (dueAt) return { dueBucket: DUE, dueAt }
  const erasure = erasureAt(petition)
  return erasure ? { dueBucket: ERASURE, dueAt: erasure } : {}
}

/** The petition as the core knows it. */
export function withoutIndexKeys(stored: StoredPetition | undefined): Petition | undefined {
  if (!stored) return undefined
  const { dueBucket: _bucket, dueAt: _due, publishedBucket: _published, ...rest } = stored
  const { deskBucket: _desk, deskAt: _at, ...petition } = rest
  return petition
}

function recordOf(rows: readonly Item[]): PetitionRecord | undefined {
  const kind = (prefix: string) => rows.filter((row) => row.sk?.S?.startsWith(prefix))
  const petition = kind('PETITION')[0]
  if (!petition) return undefined
  const log = kind('LOG')[0]
  return {
    petition: withoutIndexKeys(fromItem<StoredPetition>(petition))!,
    events: kind('EVENT#').map((row) => fromItem<PetitionEvent>(row)),
    notices: kind('NOTICE#')
      .map((row) => fromItem<StoredNotice>(row))
      .sort((a, b) => a.event - b.event),
    log: { ...EMPTY_LOG, ...(log && fromItem<LogState>(log)) },
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code)
  return codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')
}
