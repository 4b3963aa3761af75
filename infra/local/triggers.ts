import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FunctionName } from '../../functions/environment'
import { type FunctionShape, topology } from '../topology'
import type { Closers } from './closers'
import type { LocalCloud } from './cloud'
import type { DataFolder } from './data-folder'
import type { Handlers, QueueHandler, ScheduleHandler, StreamHandler } from './handlers'
import { QueuePoller } from './queue-poller'
import { Schedule } from './schedule'
import { StreamPoller } from './stream-poller'
import { StreamReader } from './stream-reader'

/** How long the end waits for functions at work; what they have not finished comes again at the next start. */
const STOP_MS = 800

export interface Triggers {
  readonly streams: readonly StreamPoller[]
  readonly queues: readonly QueuePoller<unknown>[]
  readonly schedules: readonly Schedule[]
}

/** Connects each function of the topology that is not asked over HTTP with what calls it. */
export async function startTriggers(
  cloud: LocalCloud,
  folder: DataFolder,
  handlers: Handlers,
  closers: Closers,
): Promise<Triggers> {
  const streams: StreamPoller[] = []
  const queues: QueuePoller<unknown>[] = []
  const schedules: Schedule[] = []
  for (const [name, shape] of Object.entries(topology.functions) as [FunctionName, FunctionShape][]) {
    const handler = handlers[name]
    const { trigger, timeoutSeconds } = shape
    if (trigger.kind === 'stream') {
      const reader = await StreamReader.open(
        cloud.streams,
        cloud.streamArn,
        join(folder.positions, `${name}.json`),
      )
      const deadLetters = join(folder.deadLetters, name)
      const { streamArn } = cloud
      streams.push(
        new StreamPoller({
          name,
          trigger,
          timeoutSeconds,
          reader,
          streamArn,
          deadLetters,
          handler: handler as StreamHandler,
        }),
      )
    } else if (trigger.kind === 'queue') {
      const { batchSize, concurrency } = trigger
      const queue = { mail: cloud.mailQueue }[trigger.queue]
      queues.push(
        new QueuePoller({
          name,
          queue,
          batchSize,
          concurrency,
          timeoutSeconds,
          handler: handler as QueueHandler,
        }),
      )
    } else if (trigger.kind === 'schedule') {
      const { everyMinutes } = trigger
      schedules.push(
        new Schedule({ name, everyMinutes, timeoutSeconds, handler: handler as ScheduleHandler }),
      )
    }
  }
  const stopped = () => Promise.all([...streams, ...queues, ...schedules].map((trigger) => trigger.stop()))
  closers.add(() => Promise.race([stopped(), sleep(STOP_MS, undefined, { ref: false })]))
  return { streams, queues, schedules }
}
