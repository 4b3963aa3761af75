import { CompactEncrypt, compactDecrypt } from 'jose'
import type { Submission } from '../../shared/petition/submission'
import type { KeyRing } from '../ports/key-ring'

/** Encrypts what an author sent until the address is confirmed: the table never holds it readable. */
export async function sealDraft(keys: KeyRing, submission: Submission): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(submission)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: submission.id })
    .encrypt(await keys.derive('viche/draft/v1'))
}

/** @throws JOSEError when the row is not what was sealed */
export async function openDraft(keys: KeyRing, sealed: string): Promise<Submission> {
  const { plaintext } = await compactDecrypt(sealed, await keys.derive('viche/draft/v1'))
  return JSON.parse(new TextDecoder().decode(plaintext)) as Submission
}
