import { type Instant, instantOf } from '../calendar/day'
import { type Petition, SIGNABLE } from '../petition/petition'
import type { Stamped } from './stamped'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** The stamp of the hour before may have come some minutes late. */
const NEARLY_AN_HOUR_MS = 55 * MINUTE_MS

/** Long enough for what was confirmed up to a moment to have reached the checkpoint. */
const SETTLED_MS = 5 * MINUTE_MS

/**
 * Whether the clock asks now that a log's checkpoint be looked at for a time stamp: once an hour while the petition
 * can be signed, once a day after, and each minute of the hour after a moment that a stamp has to follow closely.
 * The minute is the petition's own, so that not all fall on one.
 */
export function mayBeStamped(petition: Petition, now: Instant): boolean {
  return recentMoments(petition, now).length > 0 || isOwnMinute(petition, now)
}

/**
 * Whether a checkpoint of `size` leaves is stamped now: it goes further than the last one stamped, and either an hour
 * is over or no stamp has followed the threshold or the end of signing yet.
 */
export function isStampDue(
  petition: Petition,
  size: number,
  last: Stamped | undefined,
  now: Instant,
): boolean {
  if (last === undefined) return true
  if (size <= last.size) return false
  const closely = recentMoments(petition, now).some((moment) => last.at < after(moment, SETTLED_MS))
  return closely || after(last.at, NEARLY_AN_HOUR_MS) <= now
}

/** The threshold and the end of signing, where they are less than an hour ago. */
function recentMoments(petition: Petition, now: Instant): Instant[] {
  const { thresholdReachedAt, closesAt, considerationBegunAt, withdrawnAt, appeal } = petition
  return [thresholdReachedAt, closesAt, considerationBegunAt, withdrawnAt, appeal?.since]
    .filter((moment) => moment !== undefined)
    .filter((moment) => moment <= now && now < after(moment, HOUR_MS))
}

function isOwnMinute({ id, status }: Petition, now: Instant): boolean {
  const time = new Date(now)
  const own = hashOf(id)
  if (time.getUTCMinutes() !== own % 60) return false
  return SIGNABLE.includes(status) || time.getUTCHours() === Math.floor(own / 60) % 24
}

function after(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds)
}

function hashOf(id: string): number {
  return [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1440, 0)
}
