import type { StreamPoller } from './stream-poller'

export interface Pollers {
  readonly streams: readonly StreamPoller[]
  readonly queues: readonly { readonly idle: boolean }[]
}

const LOOK_AGAIN_MS = 10

/**
 * Resolves true when everything that was saved or sent before the call, and all that followed from it, is handled;
 * false when that takes longer than `milliseconds`.
 */
export async function settled({ streams, queues }: Pollers, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    const before = batchesOf(streams)
    const quiet = queues.every(({ idle }) => idle)
    const caughtUp = await within(end - Date.now(), Promise.all(streams.map((poller) => poller.caughtUp())))
    if (quiet && caughtUp && batchesOf(streams) === before && queues.every(({ idle }) => idle)) return true
    if (!quiet) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  return false
}

function batchesOf(streams: readonly StreamPoller[]): number {
  return streams.reduce((sum, { batches }) => sum + batches, 0)
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(milliseconds, 0))
  })
  const done = await Promise.race([work.then(() => true), late])
  clearTimeout(timer)
  return done
}
