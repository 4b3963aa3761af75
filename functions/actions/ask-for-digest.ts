import { atHour, type Day, dayOf } from '../../shared/calendar/day'
import type { Clock } from '../ports/clock'
import type { DigestStore } from '../ports/digest-store'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'

export interface AskForDigestDeps {
  readonly clock: Clock
  readonly digests: Pick<DigestStore, 'isAskedFor' | 'askFor'>
  readonly mailQueue: Queue<MailMessage>
}

/** Hour of the day in Kyiv at which the operators' digest goes out. */
const DIGEST_HOUR = 8

/**
 * Asks for the operators' digest once each Kyiv day from eight o'clock on. Where a run fails in between, the next asks
 * again: of two messages one is delivered.
 * @param asked the last day for which this process knows it is done
 * @returns the same for the next call
 */
export async function askForDigest(
  { clock, digests, mailQueue }: AskForDigestDeps,
  asked: Day | undefined,
): Promise<Day | undefined> {
  const now = clock.now()
  const day = dayOf(now)
  if (asked === day || now < atHour(day, DIGEST_HOUR)) return asked
  if (!(await digests.isAskedFor(day))) {
    await mailQueue.send([{ type: 'digest', day }])
    await digests.askFor(day, now)
  }
  return day
}
