import { EncryptJWT, errors, jwtDecrypt } from 'jose'
import * as z from 'zod'
import type { Instant } from '../../shared/calendar/day'
import { LOCALES } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { DerivedKey, KeyRing } from '../ports/key-ring'
import { sealedBy } from './sealed'

const person = z.object({
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().exactOptional(),
})
const locale = z.enum(LOCALES)

const link = z.discriminatedUnion('purpose', [
  z.object({
    purpose: z.literal('sign'),
    petitionId: z.string(),
    person,
    email: z.string(),
    locale,
    /** What was seen when the form was sent, by `encodeTraits`. */
    traits: z.string().exactOptional(),
    /** When that was, in milliseconds. */
    askedAt: z.number().exactOptional(),
  }),
  z.object({
    purpose: z.literal('submit'),
    petitionId: z.string(),
    email: z.string(),
    locale,
    /** Where it was written: there its author begins anew when the link has expired. */
    place: z.object({ communityId: z.string(), hostId: z.string() }).exactOptional(),
  }),
  z.object({ purpose: z.literal('author'), petitionId: z.string(), email: z.string() }),
  z.object({ purpose: z.literal('updates'), petitionId: z.string(), email: z.string(), locale }),
  z.object({
    purpose: z.literal('sign-in'),
    staffId: z.string(),
    /** Where the reader wanted to go. */
    petitionId: z.string().exactOptional(),
    /** The request for another key that a second person has approved. */
    recovery: z.string().exactOptional(),
  }),
  /** Opens a resident's own page. */
  z.object({ purpose: z.literal('resident'), email: z.string(), locale }),
  /** Never mailed: what the cookie of an opened page of one's own holds. */
  z.object({
    purpose: z.literal('resident-session'),
    email: z.string().exactOptional(),
    ids: z.array(z.string()),
    csrf: z.string(),
  }),
])

/** What a mailed link carries, by its purpose. */
export type Link = z.output<typeof link>
export type LinkPurpose = Link['purpose']
export type LinkOf<P extends LinkPurpose> = Extract<Link, { purpose: P }>

/** Seals and opens the tokens of mailed links. They are encrypted and authenticated: nobody reads or makes one. */
export interface LinkTokens {
  seal(link: Link, now: Instant, expiresAt: Instant): Promise<string>
  /**
   * @throws DomainError `token-expired`; `token-invalid` for one that is broken, forged or of another purpose
   */
  open<P extends LinkPurpose>(token: string, now: Instant, ...purposes: P[]): Promise<LinkOf<P>>
}

/** Tokens are JWE (RFC 7516) in compact form: `dir`, A256GCM, `kid`. Those of a retired root open until they expire. */
export function linkTokens(keys: KeyRing): LinkTokens {
  const imported = importedKeys(keys)
  return {
    async seal(content, now, expiresAt) {
      const [inForce] = await imported()
      return new EncryptJWT({ link: content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: inForce!.id })
        .setIssuedAt(seconds(now))
        .setExpirationTime(seconds(expiresAt))
        .encrypt(inForce!.key)
    },
    async open(token, now, ...purposes) {
      const content = await decrypt(token, await imported(), now)
      const parsed = link.safeParse(content)
      const fits = parsed.success && (purposes as LinkPurpose[]).includes(parsed.data.purpose)
      if (!fits) throw new DomainError('token-invalid')
      return parsed.data as LinkOf<(typeof purposes)[number]>
    },
  }
}

const OPTIONS = {
  keyManagementAlgorithms: ['dir'],
  contentEncryptionAlgorithms: ['A256GCM'],
  requiredClaims: ['exp'],
}

async function decrypt(token: string, keys: readonly ImportedKey[], now: Instant): Promise<unknown> {
  if (!isCanonical(token)) throw new DomainError('token-invalid')
  try {
    const { key } = sealedBy(keys, token)
    const { payload } = await jwtDecrypt(token, key, { ...OPTIONS, currentDate: new Date(now) })
    return payload.link
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new DomainError('token-expired')
    if (error instanceof errors.JOSEError) throw new DomainError('token-invalid')
    throw error
  }
}

/** One token has one spelling: base64url decoders forgive stray characters and spare bits. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}

interface ImportedKey {
  readonly id: string
  readonly key: CryptoKey
}

/** The imported keys, asked for once; a key ring that failed is asked again. */
function importedKeys(keys: KeyRing): () => readonly ImportedKey[] | Promise<readonly ImportedKey[]> {
  let imported: readonly ImportedKey[] | undefined
  return () => imported ?? importAll()
  async function importAll() {
    const generations = await keys.generations('viche/token/v1')
    imported = await Promise.all(generations.map(importOne))
    return imported
  }
}

async function importOne({ id, key }: DerivedKey): Promise<ImportedKey> {
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  return { id, key: await crypto.subtle.importKey('raw', key.slice(), 'AES-GCM', false, usages) }
}

function seconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000)
}
