import type { Submission } from '../../shared/petition/submission'
import type { KeyRing } from '../ports/key-ring'
import { seal, unseal } from './sealed'

/** Encrypts what an author sent until the address is confirmed: the table never holds it readable. */
export function sealDraft(keys: KeyRing, submission: Submission): Promise<string> {
  return seal(keys, 'viche/draft/v1', submission)
}

/** @throws JOSEError when the row is not what was sealed */
export async function openDraft(keys: KeyRing, sealed: string): Promise<Submission> {
  return (await unseal(keys, 'viche/draft/v1', sealed)) as Submission
}
