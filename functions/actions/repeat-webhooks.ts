import { instantOf } from '../../shared/calendar/day'
import type { Clock } from '../ports/clock'
import type { DeliveryStore } from '../ports/delivery-store'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'

export interface RepeatDeps {
  readonly clock: Clock
  readonly mailQueue: Queue<MailMessage>
  readonly deliveries: Pick<DeliveryStore, 'takeDue'>
}

/** Messages queued again in one run; what remains is met by the next one. */
const AT_ONCE = 100
/** If the queue should lose one, it is met again after this. */
const LOST_MS = 15 * 60_000

/** Queues the messages to receivers whose next attempt is due. @returns how many */
export async function repeatWebhooks({ clock, mailQueue, deliveries }: RepeatDeps): Promise<number> {
  const now = clock.now()
  const due = await deliveries.takeDue(now, instantOf(Date.parse(now) + LOST_MS), AT_ONCE)
  if (due.length > 0) {
    await mailQueue.send(due.map(({ receiver, id }) => ({ type: 'webhook', receiver, delivery: id })))
  }
  return due.length
}
