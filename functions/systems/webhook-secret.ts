import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'
import { openBytes, sealBytes } from '../signing/sealed'

const PREFIX = 'whsec_'
const BYTES = 32

/** A new secret as its receiver is shown it (Standard Webhooks), and as it is kept. */
export async function newSecret(keys: KeyRing, random: Random) {
  const bytes = random.bytes(BYTES)
  return {
    text: PREFIX + Buffer.from(bytes).toString('base64'),
    sealed: await sealBytes(keys, 'viche/webhook/v1', bytes),
  }
}

/** A kept secret as it was shown. @throws JOSEError where it is not what was sealed */
export async function openSecret(keys: KeyRing, sealed: string): Promise<string> {
  return PREFIX + Buffer.from(await openBytes(keys, 'viche/webhook/v1', sealed)).toString('base64')
}
