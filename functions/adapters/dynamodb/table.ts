import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { annulmentKey } from '../../../shared/log/row-key'
import type { PetitionSaves } from './petition-saves'

/** The product's one table: a client and the table's name. */
export interface Table {
  readonly db: DynamoDBClient
  readonly name: string
  /** Told of each petition saved. */
  readonly saves?: PetitionSaves
}

export type Item = Record<string, AttributeValue>

/** Keys of the table's items; the one place that spells them (`docs/data-model.md`). */
export const keys = {
  petition: (id: string) => ({ pk: `PETITION#${id}`, sk: 'PETITION' }),
  event: (id: string, seq: number) => ({ pk: `PETITION#${id}`, sk: `EVENT#${String(seq).padStart(6, '0')}` }),
  notice: (id: string, noticeId: string) => ({ pk: `PETITION#${id}`, sk: `NOTICE#${noticeId}` }),
  author: (id: string) => ({ pk: `PETITION#${id}`, sk: 'AUTHOR' }),
  petitionKey: (id: string) => ({ pk: `PETITION#${id}`, sk: 'KEY' }),
  keyRenewal: () => ({ pk: 'KEYS', sk: 'RENEWAL' }),
  log: (id: string) => ({ pk: `PETITION#${id}`, sk: 'LOG' }),
  signature: (petitionId: string, nullifier: string) => ({ pk: `SIGNATURES#${petitionId}`, sk: nullifier }),
  contact: (petitionId: string, index: number) => ({
    pk: `CONTACTS#${petitionId}`,
    sk: String(index).padStart(9, '0'),
  }),
  follower: (petitionId: string, key: string) => ({ pk: `FOLLOWERS#${petitionId}`, sk: key }),
  receiptMail: (petitionId: string, index: number) => ({
    pk: `RECEIPTS#${petitionId}`,
    sk: String(index).padStart(9, '0'),
  }),
  annulment: (petitionId: string, target: number) => ({
    pk: `SIGNATURES#${petitionId}`,
    sk: annulmentKey(target),
  }),
  annulmentAction: (petitionId: string, id: string) => ({
    pk: `ANNULMENTS#${petitionId}`,
    sk: `ACTION#${id}`,
  }),
  annulmentMail: (petitionId: string, target: number) => ({
    pk: `ANNULMENTS#${petitionId}`,
    sk: `MAIL#${String(target).padStart(9, '0')}`,
  }),
  anomalies: (communityId: string, petitionId: string) => ({
    pk: 'ANOMALIES',
    sk: `${communityId}#${petitionId}`,
  }),
  digest: (day: string) => ({ pk: 'DIGEST', sk: day }),
  /** Without a version: where the keys of all of a petition's begin. */
  answerDraft: (petitionId: string, version?: number) => ({
    pk: `DESK#${petitionId}`,
    sk: `ANSWER#${version === undefined ? '' : String(version).padStart(6, '0')}`,
  }),
  presence: (petitionId: string, staffId: string) => ({
    pk: `DESK#${petitionId}`,
    sk: `PRESENCE#${staffId}`,
  }),
  keptForm: (staffId: string) => ({ pk: `KEPT#${staffId}`, sk: 'FORM' }),
  draft: (id: string) => ({ pk: `DRAFT#${id}`, sk: 'DRAFT' }),
  throttle: (scope: string, hash: string, window: string) => ({
    pk: `THROTTLE#${scope}#${hash}`,
    sk: window,
  }),
  community: (id: string) => ({ pk: 'COMMUNITIES', sk: id }),
  petitionNumber: (communityId: string) => ({ pk: `NUMBER#${communityId}`, sk: 'NUMBER' }),
  host: (id: string) => ({ pk: 'HOSTS', sk: id }),
  frontChange: (hostId: string, version: number) => ({
    pk: `FRONT#${hostId}`,
    sk: String(version).padStart(9, '0'),
  }),
  staff: (id: string) => ({ pk: 'STAFF', sk: id }),
  /** Without an id: where the keys of all of a member's begin; so with sessions. */
  passkey: (staffId: string, id: string) => ({ pk: `STAFF#${staffId}`, sk: `PASSKEY#${id}` }),
  session: (staffId: string, id: string) => ({ pk: `STAFF#${staffId}`, sk: `SESSION#${id}` }),
  recovery: (staffId: string) => ({ pk: `STAFF#${staffId}`, sk: 'RECOVERY' }),
  officeEntry: (scope: string, at: string, id: string) => ({ pk: `OFFICE#${scope}`, sk: `${at}#${id}` }),
  receiver: (id: string) => ({ pk: 'RECEIVERS', sk: id }),
  delivery: (receiver: string, id: string) => ({ pk: `DELIVERIES#${receiver}`, sk: id }),
  apiKey: (id: string) => ({ pk: 'APIKEYS', sk: id }),
  auditLine: (scope: string, month: string, line: string) => ({ pk: `AUDIT#${scope}#${month}`, sk: line }),
  calendar: () => ({ pk: 'CALENDAR', sk: 'CALENDAR' }),
}

/** An object as the table stores it; undefined fields are left out. */
export function toItem(value: object): Item {
  return marshall(value, { removeUndefinedValues: true })
}

/** The stored object without its keys. */
export function fromItem<T>(item: Item): T {
  const { pk: _pk, sk: _sk, ...fields } = unmarshall(item)
  return fields as T
}
