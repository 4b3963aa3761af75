import { createHash } from 'node:crypto'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { renderReceipt } from '../../web/mail/receipt'
import type { Clock } from '../ports/clock'
import type { ContactStore } from '../ports/contact-store'
import type { KeyRing } from '../ports/key-ring'
import type { ReceiptMessage } from '../ports/mail-message'
import type { Mailer } from '../ports/mailer'
import type { PetitionStore } from '../ports/petition-store'
import type { ReceiptMails } from '../ports/receipt-mails'
import { sealContact } from '../signing/contact-seal'
import type { LinkOf, LinkTokens } from '../signing/link-token'
import { signatureOfLink } from '../signing/signature-of-link'
import { type Receipt, type ReceiptDeps, receiptOf } from './receipt'

export interface DeliverReceiptDeps extends ReceiptDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly tokens: LinkTokens
  readonly petitions: Pick<PetitionStore, 'load' | 'petitionKey'>
  readonly contacts: Pick<ContactStore, 'put'>
  readonly receiptMails: ReceiptMails
  readonly mailer: Mailer
  readonly publicUrl: string
}

/** The signature is not in a published checkpoint yet: a matter of seconds, so the queue tries again. */
export class ReceiptNotReady extends Error {
  override readonly name = 'ReceiptNotReady'
}

/** For so long nobody is mailed the same receipt again. */
const ONCE_IN_MS = 10 * 60_000

/**
 * Mails a signer the receipt and, where they wish it, keeps their address for the case that the signature is
 * annulled. Dropped where the link has run out or was never confirmed, and where the receipt was mailed a
 * short while ago.
 * @param by id of the queue's message: the same for each attempt at it
 * @throws ReceiptNotReady, or the mailer's error, so that the queue tries again
 */
export async function deliverReceipt(
  deps: DeliverReceiptDeps,
  message: ReceiptMessage,
  by: string,
): Promise<void> {
  const found = await unlessRefused(() => lookUp(deps, message.token))
  if (!found) return
  const { link, receipt } = found
  if (message.keep) await keepContact(deps, link, message.locale, receipt.index)
  const now = deps.clock.now()
  const until = instantOf(Date.parse(now) + ONCE_IN_MS)
  if (!(await deps.receiptMails.take(link.petitionId, receipt.index, by, now, until))) return
  await send(deps, message, found, by)
}

interface Found {
  readonly link: LinkOf<'sign'>
  readonly receipt: Receipt
}

async function lookUp(deps: DeliverReceiptDeps, token: string): Promise<Found> {
  const link = await deps.tokens.open(token, deps.clock.now(), 'sign')
  const key = await signatureOfLink(deps.petitions, link)
  const receipt = await receiptOf(deps, key)
  if (!receipt) throw new ReceiptNotReady()
  return { link, receipt }
}

async function keepContact(
  deps: DeliverReceiptDeps,
  { petitionId, email }: LinkOf<'sign'>,
  locale: Locale,
  index: number,
): Promise<void> {
  const petition = await deps.petitions.load(petitionId)
  if (!petition?.keepUntil) return
  const sealed = await sealContact(deps.keys, { petitionId, index, email, locale })
  await deps.contacts.put(petitionId, index, sealed, petition.keepUntil)
}

async function send(
  deps: DeliverReceiptDeps,
  { locale }: ReceiptMessage,
  { link, receipt }: Found,
  by: string,
): Promise<void> {
  const petition = await deps.petitions.load(link.petitionId)
  const mail = renderReceipt({
    locale,
    publicUrl: deps.publicUrl,
    petitionTitle: petition?.title ?? '',
    index: receipt.index,
    annulled: receipt.annulled !== undefined,
  })
  const attachment = { fileName: receipt.fileName, type: 'text/plain; charset=utf-8', text: receipt.text }
  const messageId = `<${digest(by)}@${new URL(deps.publicUrl).hostname}>`
  await deps.mailer.send({ ...mail, to: [link.email], messageId, attachments: [attachment] })
}

/** Undefined where a rule refuses: trying again would change nothing. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

function digest(by: string): string {
  return createHash('sha256').update(`receipt ${by}`).digest('base64url')
}
