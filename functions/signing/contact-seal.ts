import * as z from 'zod'
import { LOCALES } from '../../shared/locale'
import type { KeyRing } from '../ports/key-ring'
import { seal, unseal } from './sealed'

const contact = z.object({
  petitionId: z.string(),
  index: z.number().int(),
  email: z.string(),
  locale: z.enum(LOCALES),
})

/** Where to reach a signer, and in which language. */
export type Contact = z.infer<typeof contact>

/** Encrypts a signer's address together with the signature it belongs to. */
export function sealContact(keys: KeyRing, content: Contact): Promise<string> {
  return seal(keys, 'viche/contact/v1', content)
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
  const opened = contact.parse(await unseal(keys, 'viche/contact/v1', sealed))
  if (opened.petitionId !== petitionId || opened.index !== index) {
    throw new Error('a contact lies with another signature')
  }
  return opened
}
