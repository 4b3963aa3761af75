import { errors } from 'jose'
import * as z from 'zod'
import type { Scope } from '../../shared/staff/staff-member'
import type { KeyRing } from '../ports/key-ring'
import { seal, unseal } from '../signing/sealed'

/** What somebody sent when their session had ended, and where to. */
const keptForm = z.object({
  staffId: z.string(),
  /** Of a session that a council's provider vouched for. */
  within: z.custom<Scope>((scope) => typeof scope === 'string').exactOptional(),
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

/** The form, where it is this member's, and was not sent with more rights than they have now; undefined for anybody else's and for what was not sealed here. */
export async function openForm(
  keys: KeyRing,
  sealed: string,
  { staffId, within }: Pick<KeptForm, 'staffId' | 'within'>,
): Promise<KeptForm | undefined> {
  try {
    const form = keptForm.parse(await unseal(keys, 'viche/form/v1', sealed))
    const reaches = within === undefined || form.within === within
    return form.staffId === staffId && reaches ? form : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined
    throw error
  }
}
