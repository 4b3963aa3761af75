/** One round's order: how many requests, how many of them at once, and for how long at most. */
export interface Order {
  readonly requests: number
  readonly concurrency: number
  readonly seconds?: number
}

export interface Round {
  readonly seconds: number
  /** Milliseconds of each request. */
  readonly latencies: readonly number[]
  /** What was answered, where the load tells it. */
  readonly answers: readonly Answered[]
}

export interface Answered {
  readonly what: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** One request; what it resolves to, if anything, is told among the answers. */
export type Shot = () => Promise<string | undefined>

/**
 * Serves as a load generator in a process of its own: prepares each round's requests, tells that it is ready,
 * fires when told, and tells what it took. A request that is answered otherwise than it must ends the process.
 */
export function serveLoad(prepare: (requests: number) => Promise<readonly Shot[]>): void {
  let shots: readonly Shot[] = []
  let order: Order = { requests: 0, concurrency: 1 }
  process.on('message', async (message: Order | 'go') => {
    if (message === 'go') {
      process.send?.(await fire(shots, order))
      return
    }
    order = message
    shots = await prepare(message.requests)
    process.send?.('ready')
  })
  process.on('disconnect', () => process.exit())
}

async function fire(shots: readonly Shot[], order: Order): Promise<Round> {
  const { concurrency, seconds = Number.POSITIVE_INFINITY } = order
  const latencies: number[] = []
  const answers: Answered[] = []
  let next = 0
  const began = performance.now()
  const worker = async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const fired = performance.now()
      if (fired - began > seconds * 1000) return
      const what = await shot()
      if (what !== undefined) answers.push({ what, at: Date.now() })
      latencies.push(performance.now() - fired)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return { seconds: (performance.now() - began) / 1000, latencies, answers }
}
