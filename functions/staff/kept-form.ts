import { errors } from 'jose'
import * as z from 'zod'
import type { KeyRing } from '../ports/key-ring'
import { seal, unseal } from '../signing/sealed'

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

/** Encrypts a form together with whose it is. */
export function sealForm(keys: KeyRing, form: KeptForm): Promise<string> {
  return seal(keys, 'viche/form/v1', form)
}

/** The form, where it is this member's; undefined for anybody else's and for what was not sealed here. */
export async function openForm(
  keys: KeyRing,
  sealed: string,
  staffId: string,
): Promise<KeptForm | undefined> {
  try {
    const form = keptForm.parse(await unseal(keys, 'viche/form/v1', sealed))
    return form.staffId === staffId ? form : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined
    throw error
  }
}
