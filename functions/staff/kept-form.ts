import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import * as z from 'zod'
import type { KeyRing } from '../ports/key-ring'

/** What somebody sent when their session had ended, and where to. */
const keptForm = z.object({
  staffId: z.string(),
  /** Of the desk, language included. */
  path: z.string().regex(/^(?:\/en)?\/staff\/[\w/.~%-]*$/),
  fields: z.record(z.string(), z.string()),
})
export type KeptForm = z.output<typeof keptForm>

/** How long a form waits for its sender to sign in again. */
export const KEPT_MINUTES = 60

/** Encrypts a form together with whose it is: JWE (RFC 7516), `dir`, A256GCM. */
export async function sealForm(keys: KeyRing, form: KeptForm): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(form)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keys.derive('viche/form/v1'))
}

/** The form, where it is this member's; undefined for anybody else's and for what was not sealed here. */
export async function openForm(
  keys: KeyRing,
  sealed: string,
  staffId: string,
): Promise<KeptForm | undefined> {
  try {
    const { plaintext } = await compactDecrypt(sealed, await keys.derive('viche/form/v1'))
    const form = keptForm.parse(JSON.parse(new TextDecoder().decode(plaintext)))
    return form.staffId === staffId ? form : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined
    throw error
  }
}
