import { setTimeout as sleep } from 'node:timers/promises'
import { TABLE } from '../../infra/local/settings'
import { countOf } from '../replay/counting'
import type { Site } from '../replay/site'
import { type Figure, quantile, rounded } from './figures'
import type { Order, Round } from './load'
import { LoadProcess } from './load-process'
import type { StackProcess } from './stack-process'

const ROUNDS = 7
const ORDER: Order = { requests: 1500, concurrency: 32 }
const COUNTED_WITHIN_MS = 60_000

/** A way to make signatures, the petition they go to, and what it took. */
interface Way {
  readonly petitionId: string
  readonly load: LoadProcess
  readonly rounds: Round[]
}

/**
 * Confirming through HTTP against a bare conditional put of the same item, in turns. Each round waits until
 * the one before it is counted, so that both carry the work of their own stream and sequencer alone.
 * @param petitions two published ones, none of them signed
 */
export async function measureConfirm(
  stack: StackProcess,
  site: Site,
  petitions: { readonly http: string; readonly bare: string },
  tell: (what: string) => void,
): Promise<Figure[]> {
  const { url, data, databaseEndpoint } = stack
  const http = way(petitions.http, new LoadProcess('http-load', [url, data, petitions.http]))
  const bare = way(petitions.bare, new LoadProcess('bare-load', [databaseEndpoint, TABLE, petitions.bare]))
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      tell(`confirm ${round}/${ROUNDS}`)
      for (const way of round % 2 ? [bare, http] : [http, bare]) await play(site, way)
    }
  } finally {
    http.load.stop()
    bare.load.stop()
  }
  return [...figures(http.rounds.slice(1), bare.rounds.slice(1)), ...(await memory(stack))]
}

const way = (petitionId: string, load: LoadProcess): Way => ({ petitionId, load, rounds: [] })

/** One round, and its count. @throws Error when it is not exact */
async function play(site: Site, { petitionId, load, rounds }: Way): Promise<void> {
  rounds.push(await load.round(ORDER))
  const expected = rounds.length * ORDER.requests
  const end = Date.now() + COUNTED_WITHIN_MS
  let count = 0
  do {
    await sleep(150)
    count = await countOf(site, petitionId)
  } while (count < expected && Date.now() < end)
  if (count !== expected) throw new Error(`${count} signatures are counted instead of ${expected}`)
}

/** The first round of both warms up and is left out. */
function figures(http: readonly Round[], bare: readonly Round[]): Figure[] {
  const ratios = http.map((round, n) => bare[n]!.seconds / round.seconds)
  return [
    {
      key: 'confirm.ratio',
      value: rounded(quantile(ratios, 0.5), 2),
      unit: '',
      limit: { atLeast: 0.7 },
    },
    { key: 'confirm.ratioLeast', value: rounded(Math.min(...ratios), 2), unit: '' },
    { key: 'confirm.ratioMost', value: rounded(Math.max(...ratios), 2), unit: '' },
    ...speeds('confirm', http),
    ...speeds('bare', bare),
  ]
}

function speeds(name: string, rounds: readonly Round[]): Figure[] {
  const latencies = rounds.flatMap((round) => round.latencies)
  const perSecond = rounds.map((round) => round.latencies.length / round.seconds)
  return [
    { key: `${name}.perSecond`, value: rounded(quantile(perSecond, 0.5), 0), unit: '/s' },
    { key: `${name}.p50Ms`, value: rounded(quantile(latencies, 0.5), 1), unit: 'ms' },
    { key: `${name}.p99Ms`, value: rounded(quantile(latencies, 0.99), 1), unit: 'ms' },
  ]
}

async function memory(stack: StackProcess): Promise<Figure[]> {
  const peak = rounded(await stack.peakMb(), 0)
  return [{ key: 'confirm.rssMb', value: peak, unit: 'MB', limit: { atMost: 200 } }]
}
