import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { keyRing } from '../../functions/adapters/key-ring'
import { systemRandom } from '../../functions/adapters/system'
import { checkChallenge, issueChallenge } from '../../functions/signing/challenge'
import { instantOf } from '../../shared/calendar/day'
import { type Figure, rounded } from './figures'
import type { ProgressRow } from './progress'

const CHALLENGES = 1_000_000
const STEP = 100_000
/** One in so many is answered, and its answer checked. */
const CHECKED = 10
/** As little work as there is: memory is looked at, not time. */
const WORK = {
  cost: 10,
  counter: 10,
  minimumSeconds: 0,
  hardest: 1,
  calm: { petitionPerMinute: 1, networkPerTenMinutes: 1 },
}
const KEY = new Uint8Array(32).fill(7)

/** Memory after so many challenges, in MB: what lives, and what the process holds. */
export interface Sample {
  readonly challenges: number
  readonly heapMb: number
  readonly rssMb: number
}

/**
 * Issues a million challenges, each for another address, and checks a tenth of their answers, in this process alone:
 * nothing of them may stay. Needs `--expose-gc`.
 */
export async function measureChallenges(tell: ProgressRow['tell']): Promise<Figure[]> {
  const keys = keyRing([async () => KEY])
  const samples: Sample[] = []
  const began = performance.now()
  for (let n = 1; n <= CHALLENGES; n++) {
    const email = `resident-${n}@example.org`
    await one({ purpose: 'sign', petitionId: '4k2m9x7qbd', email }, n % CHECKED === 0)
    if (n % STEP > 0) continue
    const sample = sampleAt(n)
    samples.push(sample)
    tell(`${n} challenges: ${sample.heapMb} MB live, ${sample.rssMb} MB held`)
  }
  return figures(samples, (performance.now() - began) / 1000)

  async function one(binding: Parameters<typeof issueChallenge>[3], checked: boolean): Promise<void> {
    const now = instantOf(Date.now())
    const challenge = await issueChallenge(keys, systemRandom, WORK, binding, 1, now)
    if (!checked) return
    const solution = await solveChallenge({ challenge, deriveKey })
    const payload = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
    const answered = await checkChallenge(keys, WORK, binding, payload, now)
    if (answered.id !== challenge.parameters.nonce) throw new Error('another challenge was answered')
  }
}

function sampleAt(challenges: number): Sample {
  if (!globalThis.gc) throw new Error('start it with --expose-gc')
  globalThis.gc()
  const { heapUsed, rss } = process.memoryUsage()
  return { challenges, heapMb: rounded(heapUsed / 2 ** 20, 1), rssMb: rounded(rss / 2 ** 20, 1) }
}

/** Growth is told from the first step on: before it code is compiled and pools are filled. */
function figures(samples: readonly Sample[], seconds: number): Figure[] {
  const [first, last] = [samples[0]!, samples.at(-1)!]
  const growth = last.heapMb - first.heapMb
  const held = last.rssMb - first.rssMb
  return [
    { key: 'challenges.number', value: last.challenges, unit: '' },
    { key: 'challenges.perSecond', value: rounded(last.challenges / seconds, 0), unit: '/s' },
    { key: 'challenges.heapFirstMb', value: first.heapMb, unit: 'MB' },
    { key: 'challenges.heapLastMb', value: last.heapMb, unit: 'MB' },
    { key: 'challenges.heapGrowthMb', value: rounded(growth, 1), unit: 'MB', limit: { atMost: 2 } },
    { key: 'challenges.rssFirstMb', value: first.rssMb, unit: 'MB' },
    { key: 'challenges.rssLastMb', value: last.rssMb, unit: 'MB' },
    { key: 'challenges.rssGrowthMb', value: rounded(held, 1), unit: 'MB', limit: { atMost: 20 } },
    { key: 'challenges.slopeBytes', value: slope(samples), unit: 'B/challenge', limit: { atMost: 8 } },
  ]
}

/** Bytes of living memory a challenge adds, by least squares over the steps. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [x, y] = [mean(({ challenges }) => challenges), mean(({ heapMb }) => heapMb)]
  const covariance = mean((sample) => (sample.challenges - x) * (sample.heapMb - y))
  return rounded((covariance / mean(({ challenges }) => (challenges - x) ** 2)) * 2 ** 20, 2)
}
