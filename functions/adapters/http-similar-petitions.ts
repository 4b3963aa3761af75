import { LIMITS } from '../../shared/http/limits'
import { similarList } from '../../shared/http/views'
import type { SimilarPetitions } from '../ports/similar-petitions'

/** Longer nobody waits for what is an offer. */
const PATIENCE_MS = 3000

/**
 * Asks the public search, whose index is no weight of whoever asks. Only the title goes into the address: it is to be
 * public, while the text may still hold what its author will take out.
 */
export function httpSimilarPetitions(publicUrl: string): SimilarPetitions {
  return {
    async similarTo({ communityId, title }) {
      const q = title.trim().slice(0, LIMITS.title.max).toWellFormed()
      const query = new URLSearchParams({ community: communityId, q })
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const response = await fetch(`${publicUrl}/api/v1/petitions/similar?${query}`, { signal })
      if (!response.ok) throw new Error(`the search answered ${response.status}`)
      return similarList.parse(await response.json()).items
    },
  }
}
