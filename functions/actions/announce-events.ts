import { deliveryId } from '../../shared/systems/delivery'
import { belongsTo } from '../../shared/systems/place'
import { hears } from '../../shared/systems/receiver'
import type { MailMessage } from '../ports/mail-message'
import type { PetitionRecord } from '../ports/petition-store'
import type { Queue } from '../ports/queue'
import type { ReceiverStore } from '../ports/receiver-store'

export interface AnnounceDeps {
  readonly mailQueue: Queue<MailMessage>
  readonly receivers: Pick<ReceiverStore, 'all'>
}

/**
 * Queues a message for each receiver that wants to hear of these entries of a public petition's journal. The same
 * entry met again gives messages of the same ids, which are delivered once.
 * @param seqs of the new entries
 */
export async function announceEvents(
  { mailQueue, receivers }: AnnounceDeps,
  { petition, events }: PetitionRecord,
  seqs: ReadonlySet<number>,
): Promise<void> {
  const fresh = events.filter(({ seq }) => seqs.has(seq))
  if (fresh.length === 0) return
  const own = (await receivers.all()).filter(({ place }) => belongsTo(place, petition))
  const messages = fresh.flatMap((event) =>
    own
      .filter((receiver) => hears(receiver, event))
      .map(
        ({ id }): MailMessage => ({
          type: 'webhook',
          receiver: id,
          delivery: deliveryId(event.at, petition.id, event.seq),
        }),
      ),
  )
  if (messages.length > 0) await mailQueue.send(messages)
}
