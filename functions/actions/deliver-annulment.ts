import { WITHDRAWN } from '../../shared/log/annulment'
import { renderAnnulment } from '../../web/mail/annulment'
import type { AnnulmentRow, AnnulmentStore } from '../ports/annulment-store'
import type { Clock } from '../ports/clock'
import type { ContactStore } from '../ports/contact-store'
import type { KeyRing } from '../ports/key-ring'
import type { Mailer } from '../ports/mailer'
import { openContact } from '../signing/contact-seal'
import { type ViewDeps, viewPetition } from './view-petition'

export interface DeliverAnnulmentDeps extends ViewDeps {
  readonly clock: Clock
  readonly annulments: AnnulmentStore
  readonly contacts: Pick<ContactStore, 'get' | 'delete'>
  readonly keys: KeyRing
  readonly mailer: Mailer
  readonly publicUrl: string
}

/**
 * Tells the signer that their signature was annulled, where they left an address for that: at least once, and only
 * once as far as mail allows, since every attempt carries the same Message-ID. Nothing is sent before the log holds
 * the annulment.
 * @param target index of the signature
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverAnnulment(
  deps: DeliverAnnulmentDeps,
  petitionId: string,
  target: number,
): Promise<void> {
  const [row] = await deps.annulments.rows(petitionId, { from: target, to: target })
  if (row?.index === undefined) return
  if (await deps.annulments.isTold(petitionId, target)) return forgetWithdrawn(deps, petitionId, row)
  const sealed = await deps.contacts.get(petitionId, target, deps.clock.now())
  if (sealed === undefined) return
  const { email, locale } = await openContact(deps.keys, sealed, { petitionId, index: target })
  const action = await deps.annulments.action(petitionId, row.action)
  const { view } = await viewPetition(deps, petitionId)
  const mail = renderAnnulment({
    locale,
    petition: view,
    annulment: { target, index: row.index, ground: row.ground, explanation: action?.explanation },
    publicUrl: deps.publicUrl,
  })
  const domain = new URL(deps.publicUrl).hostname
  const messageId = `<${petitionId}.annulment-${target}@${domain}>`
  const sent = await deps.mailer.send({ ...mail, to: [email], messageId })
  await deps.annulments.told(petitionId, target, sent.messageId, deps.clock.now())
  await forgetWithdrawn(deps, petitionId, row)
}

/** Of whoever withdrew by themselves, the address was there for this one mail. */
async function forgetWithdrawn(
  { contacts }: Pick<DeliverAnnulmentDeps, 'contacts'>,
  petitionId: string,
  { ground, target }: AnnulmentRow,
): Promise<void> {
  if (ground === WITHDRAWN) await contacts.delete(petitionId, target)
}
