import { randomBytes } from 'node:crypto'
import { startCampaign } from '../replay/campaign'
import { PostOffice } from '../replay/post-office'
import type { Site } from '../replay/site'
import { Solver } from '../replay/solver'

/** Ids of petitions that have gone their way from the author's mail to the moderator's publication. */
export async function publishPetitions(site: Site, count: number): Promise<string[]> {
  const post = await PostOffice.open(site)
  const solver = new Solver(new URL('./solver-thread.js', import.meta.url), 1)
  try {
    const ids: string[] = []
    for (let n = 0; n < count; n++) {
      const { petitionId } = await startCampaign({ site, post, solver }, randomBytes(4).toString('hex'))
      ids.push(petitionId)
    }
    return ids
  } finally {
    post.close()
    await solver.close()
  }
}
