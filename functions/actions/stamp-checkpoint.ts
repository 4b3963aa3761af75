import {
  checkpointKey,
  latestTimeStampKey,
  stampedIndexKey,
  stampedKey,
  timeStampKey,
} from '../../shared/log/addresses'
import { parseStamped, type Stamped, withStamped } from '../../shared/log/stamped'
import type { TimeStampFlaw } from '../../shared/timestamp/flaw'
import { NONCE_BYTES, timeStampRequest } from '../../shared/timestamp/request'
import type { Roots } from '../../shared/timestamp/roots'
import { type TimeStamp, verifyTimeStamp } from '../../shared/timestamp/verify'
import { parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote } from '../../shared/tlog/note'
import type { Clock } from '../ports/clock'
import type { ObjectStore } from '../ports/object-store'
import type { Random } from '../ports/random'
import type { TimeStampAuthority } from '../ports/time-stamp-authority'
import { amendObject } from './amend-object'

export interface StampDeps {
  readonly clock: Clock
  readonly random: Random
  readonly objects: ObjectStore
  readonly authority: TimeStampAuthority
}

/** How far the authority's clock may be from ours. */
const CLOCKS_APART_SECONDS = 300

/** A year: neither a stamped checkpoint nor its stamp ever changes. */
const FOR_EVER_SECONDS = 31_536_000
const INDEX_CACHE_SECONDS = 60

/** The authority's answer is no stamp over what it was asked for. Nothing was published. */
export class WrongTimeStamp extends Error {
  override readonly name = 'WrongTimeStamp'

  constructor(readonly flaw: TimeStampFlaw) {
    super(`the time stamp is not published: ${flaw}`)
  }
}

/**
 * Has a log's checkpoint time-stamped and publishes both (RFC 3161), unless `isDue` says no. The list of stamped
 * checkpoints is written last and only grows; what an earlier attempt left half done is taken up.
 * @param isDue asked with the leaves of the checkpoint and the last one stamped
 * @returns whether it was stamped
 * @throws AuthorityUnavailable, WrongTimeStamp
 */
export async function stampCheckpoint(
  deps: StampDeps,
  roots: Roots,
  petitionId: string,
  isDue: (size: number, last: Stamped | undefined) => boolean,
): Promise<boolean> {
  const checkpoint = await deps.objects.get(checkpointKey(petitionId))
  if (checkpoint === undefined) return false
  const { size } = parseCheckpoint(parseNote(new TextDecoder().decode(checkpoint)).text)
  const index = await deps.objects.get(stampedIndexKey(petitionId))
  const last = index && parseStamped(new TextDecoder().decode(index)).at(-1)
  if (last !== undefined && last.size >= size) return false
  if (!isDue(size, last)) return false
  const { genTime: at, authority } =
    (await leftBehind(deps, roots, petitionId, size)) ??
    (await stamp(deps, roots, petitionId, size, checkpoint))
  await amendObject(
    deps.objects,
    stampedIndexKey(petitionId),
    { cacheSeconds: INDEX_CACHE_SECONDS },
    (present) => withStamped(present, { size, at, authority }),
  )
  return true
}

async function stamp(
  { clock, random, objects, authority }: StampDeps,
  roots: Roots,
  petitionId: string,
  size: number,
  checkpoint: Uint8Array,
): Promise<TimeStamp> {
  const nonce = random.bytes(NONCE_BYTES)
  const response = await authority.stamp(await timeStampRequest(checkpoint, nonce))
  const near = { instant: clock.now(), seconds: CLOCKS_APART_SECONDS }
  const stamped = sound(await verifyTimeStamp(response, { data: checkpoint, roots, nonce, near }))
  await objects.put(stampedKey(petitionId, size), checkpoint, { cacheSeconds: FOR_EVER_SECONDS })
  await objects.put(timeStampKey(petitionId, size), response, { cacheSeconds: FOR_EVER_SECONDS })
  await objects.put(latestTimeStampKey(petitionId), response, { cacheSeconds: INDEX_CACHE_SECONDS })
  return stamped
}

/** A stamp that holds but did not come to be listed, as after a crash. */
async function leftBehind(
  { objects }: StampDeps,
  roots: Roots,
  petitionId: string,
  size: number,
): Promise<TimeStamp | undefined> {
  const response = await objects.get(timeStampKey(petitionId, size))
  const data = response && (await objects.get(stampedKey(petitionId, size)))
  if (data === undefined) return undefined
  const found = await verifyTimeStamp(response!, { data, roots })
  if (typeof found === 'string') return undefined
  await objects.put(latestTimeStampKey(petitionId), response!, { cacheSeconds: INDEX_CACHE_SECONDS })
  return found
}

function sound(result: TimeStamp | TimeStampFlaw): TimeStamp {
  if (typeof result === 'string') throw new WrongTimeStamp(result)
  return result
}
