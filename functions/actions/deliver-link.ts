import { createHash } from 'node:crypto'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { type LinkPurpose, renderLink } from '../../web/mail/link'
import type { Clock } from '../ports/clock'
import type { Mailer } from '../ports/mailer'
import type { PetitionStore } from '../ports/petition-store'
import type { StaffStore } from '../ports/staff-store'
import type { LinkOf, LinkTokens } from '../signing/link-token'

export interface DeliverLinkDeps {
  readonly clock: Clock
  readonly tokens: LinkTokens
  readonly petitions: Pick<PetitionStore, 'load' | 'authorEmail'>
  readonly staff: StaffStore
  readonly mailer: Mailer
  readonly publicUrl: string
}

/**
 * Mails a link that somebody asked for. The address is only in the sealed token, so nothing about the person
 * is stored on the way. A link that ran out while it waited is dropped: its receiver asks for a new one.
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverLink(deps: DeliverLinkDeps, token: string, locale: Locale): Promise<void> {
  const link = await openLink(deps, token)
  if (!link) return
  const to = await addressOf(deps, link)
  if (to === undefined) return
  const petition = 'petitionId' in link ? await deps.petitions.load(link.petitionId) : undefined
  const mail = renderLink({
    purpose: link.purpose,
    locale,
    url: linkAddress(deps.publicUrl, link.purpose, token, locale),
    ...(petition && { petitionTitle: petition.title }),
  })
  await deps.mailer.send({ ...mail, to: [to], messageId: messageId(token, deps.publicUrl) })
}

/** Where a link leads: a page with a button; opening it changes nothing. */
export function linkAddress(publicUrl: string, purpose: LinkPurpose, token: string, locale: Locale): string {
  const path = PATHS[purpose]
  return `${publicUrl}${locale === 'en' ? '/en' : ''}${path}?token=${token}`
}

const PATHS: Readonly<Record<LinkPurpose, string>> = {
  sign: '/confirm',
  submit: '/confirm',
  author: '/author',
  'sign-in': '/staff/enter',
  resident: '/me/enter',
}

/** A link that is mailed by itself. */
type Link = LinkOf<LinkPurpose>

async function openLink(deps: DeliverLinkDeps, token: string): Promise<Link | undefined> {
  try {
    return await deps.tokens.open(token, deps.clock.now(), 'sign', 'submit', 'author', 'sign-in', 'resident')
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

async function addressOf(deps: DeliverLinkDeps, link: Link): Promise<string | undefined> {
  if (link.purpose === 'sign-in') return (await deps.staff.staff(link.staffId))?.email
  if (link.purpose !== 'author') return link.email
  // Whoever asked may have named any address: only the author's is written to.
  const author = await deps.petitions.authorEmail(link.petitionId)
  return author === link.email ? author : undefined
}

function messageId(token: string, publicUrl: string): string {
  const digest = createHash('sha256').update(token).digest('base64url')
  return `<${digest}@${new URL(publicUrl).hostname}>`
}
