import type { Identity } from '../../../shared/community/settings'
import type { LogState } from '../../../shared/log/state'
import type { HoldingStore, SignatureRow } from '../../ports/holding-store'
import type { PetitionKeySeal } from '../../ports/petition-key-seal'
import { getAll } from './batch-get'
import { petitionPlaces } from './petition-places'
import { fromItem, type Item, keys, type Table } from './table'

/** What is held about somebody, from the table. */
export function holdingTable(table: Table, seal: Pick<PetitionKeySeal, 'open'>): HoldingStore {
  return {
    ...petitionPlaces(table),

    async secrets(petitionIds) {
      const wanted = petitionIds.flatMap((id) => [keys.petitionKey(id), keys.author(id)])
      const byPetition = Map.groupBy(await getAll(table, wanted), (item) => idIn(item, 'PETITION#'))
      const opened = [...byPetition].map(async ([id, items]) => {
        const sealed = items.find((item) => item.sk?.S === 'KEY')?.sealed?.S
        const authorEmail = items.find((item) => item.sk?.S === 'AUTHOR')?.email?.S
        const key = sealed === undefined ? undefined : await seal.open(id, sealed)
        return [id, { ...(key && { key }), ...(authorEmail !== undefined && { authorEmail }) }] as const
      })
      return new Map(await Promise.all(opened))
    },

    async signatures(wanted) {
      const rows = wanted.map(({ petitionId, personKey }) => keys.signature(petitionId, personKey))
      return (await getAll(table, rows)).map(signatureOf)
    },

    async follows(places, now) {
      const rows = places.map(({ petitionId, key }) => keys.follower(petitionId, key))
      const kept = (await getAll(table, rows)).filter((item) => isKept(item, now))
      return new Map(kept.map((item) => [idIn(item, 'FOLLOWERS#'), { since: item.since?.S ?? '' }]))
    },

    async standings(signatures, now) {
      const wanted = signatures.flatMap(({ petitionId, index }) => [
        keys.annulment(petitionId, index),
        keys.contact(petitionId, index),
      ])
      const found = new Map((await getAll(table, wanted)).map((item) => [placeOf(item), item]))
      return signatures.map(({ petitionId, index }) => {
        const annulment = found.get(placed(keys.annulment(petitionId, index)))
        const contact = found.get(placed(keys.contact(petitionId, index)))
        return {
          contact: contact !== undefined && isKept(contact, now),
          ...(annulment && { annulment: annulmentOf(annulment) }),
        }
      })
    },

    async counts(petitionIds) {
      const items = await getAll(table, petitionIds.map(keys.log))
      return new Map(
        items.map((item) => {
          const { applied, count } = fromItem<LogState>(item)
          return [idIn(item, 'PETITION#'), { applied, count }]
        }),
      )
    },
  }
}

function signatureOf(item: Item): SignatureRow {
  const { surname, givenName, patronymic, index } = item
  return {
    petitionId: idIn(item, 'SIGNATURES#'),
    personKey: item.sk?.S ?? '',
    confirmedAt: item.confirmedAt?.S ?? '',
    level: (item.level?.S ?? 'email') as Identity,
    ...(surname?.S !== undefined && {
      person: {
        surname: surname.S,
        givenName: givenName?.S ?? '',
        ...(patronymic?.S !== undefined && { patronymic: patronymic.S }),
      },
    }),
    ...(index?.N !== undefined && { index: Number(index.N) }),
  }
}

function annulmentOf(item: Item) {
  const { ground, at, index } = item
  return {
    ground: ground?.S ?? '',
    at: at?.S ?? '',
    ...(index?.N !== undefined && { index: Number(index.N) }),
  }
}

function isKept(item: Item, now: string): boolean {
  return Number(item.expiresAt?.N ?? 0) * 1000 > Date.parse(now)
}

function idIn(item: Item, prefix: string): string {
  return (item.pk?.S ?? '').slice(prefix.length)
}

function placeOf(item: Item): string {
  return placed({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' })
}

function placed({ pk, sk }: { readonly pk: string; readonly sk: string }): string {
  return `${pk} ${sk}`
}
