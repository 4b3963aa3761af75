import { communityTable } from '../adapters/dynamodb/communities'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { type Platform, tableOf } from '../composition'
import { petitionCache } from '../signing/petition-cache'
import { petitionKeySeal } from '../signing/petition-key'

/** What every function that signs rests on: petitions with their keys, and a cache of them that forgets what is saved here. */
export function signingOn(
  platform: Pick<Platform, 'db' | 'saves' | 'keys'>,
  env: { readonly TABLE_NAME: string },
) {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar(), petitionKeySeal(platform.keys))
  const cache = petitionCache(petitions, () => performance.now())
  table.saves.listen((id) => cache.forget(id))
  return { table, communities, petitions, cache }
}
