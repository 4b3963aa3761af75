import * as z from 'zod'
import type { KeyRing } from '../ports/key-ring'
import type { PetitionKeySeal } from '../ports/petition-key-seal'
import { isSealedInForce, seal, unseal } from './sealed'

const LABEL = 'viche/petition/v1'

const content = z.strictObject({ petitionId: z.string(), key: z.base64() })

/**
 * Petitions' keys under a key of the ring, each bound to its petition. The key itself never changes, for the
 * nullifiers of those who have signed rest on it; what is rotated is what it lies under.
 */
export function petitionKeySeal(keys: KeyRing): PetitionKeySeal {
  const sealOne = (petitionId: string, key: Uint8Array) =>
    seal(keys, LABEL, { petitionId, key: Buffer.from(key).toString('base64') })

  async function open(petitionId: string, sealed: string): Promise<Uint8Array> {
    const opened = content.parse(await unseal(keys, LABEL, sealed))
    if (opened.petitionId !== petitionId) throw new Error('a key lies with another petition')
    return Buffer.from(opened.key, 'base64')
  }

  return {
    seal: sealOne,
    open,
    async renew(petitionId, sealed) {
      if (await isSealedInForce(keys, LABEL, sealed)) return undefined
      return sealOne(petitionId, await open(petitionId, sealed))
    },
  }
}
