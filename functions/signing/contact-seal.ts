import { CompactEncrypt, compactDecrypt } from 'jose'
import * as z from 'zod'
import { LOCALES } from '../../shared/locale'
import type { KeyRing } from '../ports/key-ring'

const contact = z.object({
  petitionId: z.string(),
  index: z.number().int(),
  email: z.string(),
  locale: z.enum(LOCALES),
})

/** Where to reach a signer, and in which language. */
export type Contact = z.infer<typeof contact>

/** Encrypts a signer's address together with the signature it belongs to: JWE (RFC 7516), `dir`, A256GCM. */
export async function sealContact(keys: KeyRing, content: Contact): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keys.derive('viche/contact/v1'))
}

/**
 * The contact of this signature.
 * @throws JOSEError or ZodError when it is not what was sealed, Error when it is another signature's
 */
export async function openContact(
  keys: KeyRing,
  sealed: string,
  { petitionId, index }: Pick<Contact, 'petitionId' | 'index'>,
): Promise<Contact> {
  const { plaintext } = await compactDecrypt(sealed, await keys.derive('viche/contact/v1'))
  const opened = contact.parse(JSON.parse(new TextDecoder().decode(plaintext)))
  if (opened.petitionId !== petitionId || opened.index !== index) {
    throw new Error('a contact lies with another signature')
  }
  return opened
}
