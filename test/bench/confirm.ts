import { setTimeout as sleep } from 'node:timers/promises'
import { keys } from '../../functions/adapters/dynamodb/table'
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

/** A way to write signatures, the petition that counts them, if any, and what it took. */
interface Way {
  readonly petitionId?: string
  readonly load: LoadProcess
  readonly rounds: Round[]
}

/**
 * Confirming through HTTP against a bare conditional put of the same item, in turns. Each round waits until
 * the one before it is counted, so that both carry the work of their own stream and sequencer alone.
 * A put into a partition that nothing follows is told besides: it leaves both cores to the put.
 * @param petitions two published ones, none of them signed
 */
export async function measureConfirm(
  stack: StackProcess,
  site: Site,
  petitions: { readonly http: string; readonly bare: string },
  tell: (what: string) => void,
): Promise<Figure[]> {
  const { url, data, databaseEndpoint } = stack
  const put = (partition: string) => new LoadProcess('bare-load', [databaseEndpoint, TABLE, partition])
  const http = way(new LoadProcess('http-load', [url, data, petitions.http]), petitions.http)
  const bare = way(put(keys.signature(petitions.bare, '').pk), petitions.bare)
  const uncounted = way(put('BENCH'))
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      tell(`confirm ${round}/${ROUNDS}`)
      for (const way of round % 2 ? [uncounted, bare, http] : [http, bare, uncounted]) await play(site, way)
    }
  } finally {
    for (const { load } of [http, bare, uncounted]) load.stop()
  }
  return [...figures(timed(http), timed(bare), timed(uncounted)), ...(await memory(stack))]
}

function way(load: LoadProcess, petitionId?: string): Way {
  return { load, rounds: [], ...(petitionId !== undefined && { petitionId }) }
}

/** The first round warms up and is left out. */
const timed = ({ rounds }: Way) => rounds.slice(1)

/** One round, and its count. @throws Error when it is not exact */
async function play(site: Site, { petitionId, load, rounds }: Way): Promise<void> {
  rounds.push(await load.round(ORDER))
  if (petitionId === undefined) return
  const expected = rounds.length * ORDER.requests
  const end = Date.now() + COUNTED_WITHIN_MS
  let count = 0
  do {
    await sleep(150)
    count = await countOf(site, petitionId)
  } while (count < expected && Date.now() < end)
  if (count !== expected) throw new Error(`${count} signatures are counted instead of ${expected}`)
}

type Rounds = readonly Round[]

function figures(http: Rounds, bare: Rounds, uncounted: Rounds): Figure[] {
  const ratios = ratiosOf(http, bare)
  const least = { key: 'confirm.ratioLeast', value: rounded(Math.min(...ratios), 2), unit: '' }
  const most = { key: 'confirm.ratioMost', value: rounded(Math.max(...ratios), 2), unit: '' }
  return [
    { ...median('confirm.ratio', ratios), limit: { atLeast: 0.7 } },
    least,
    most,
    median('confirm.ratioUncounted', ratiosOf(http, uncounted)),
    ...speeds('confirm', http),
    ...speeds('bare', bare),
    ...speeds('bareUncounted', uncounted),
  ]
}

/** Throughput of the one against the other's, round by round. */
function ratiosOf(rounds: Rounds, others: Rounds): number[] {
  return rounds.map((round, n) => others[n]!.seconds / round.seconds)
}

function median(key: string, values: readonly number[]): Figure {
  return { key, value: rounded(quantile(values, 0.5), 2), unit: '' }
}

function speeds(name: string, rounds: Rounds): Figure[] {
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
