import type { ObjectStore } from '../../../../functions/ports/object-store'
import type { SignatureLog } from '../../../../functions/ports/signature-log'
import type { Schedule, Worker } from './schedule'

/** The log as one worker meets it: each call is a step of the schedule. */
export function steppedLog(log: SignatureLog, schedule: Schedule, worker: Worker): SignatureLog {
  const step = <Result>(effect: () => Promise<Result>) => schedule.step(worker, effect)
  return {
    state: (id) => step(() => log.state(id)),
    // A client that repeats a commit whose answer was lost is told that it lost the race.
    commit: async (id, from, batch) => {
      const won = await step(() => log.commit(id, from, batch))
      return won && !(schedule.faulty && schedule.dice.chance(0.05))
    },
    markApplied: (id, state, at) => step(() => log.markApplied(id, state, at)),
    rows: (id, keys) => step(() => log.rows(id, keys)),
    async *waiting(id) {
      for await (const page of log.waiting(id)) yield await step(async () => page)
    },
    setIndex: (id, key, index) => step(() => log.setIndex(id, key, index)),
    quarantine: (id, key, flaw) => step(() => log.quarantine(id, key, flaw)),
  }
}

export function steppedObjects(objects: ObjectStore, schedule: Schedule, worker: Worker): ObjectStore {
  const step = <Result>(effect: () => Promise<Result>) => schedule.step(worker, effect)
  return {
    get: (key) => step(() => objects.get(key)),
    read: (key) => step(() => objects.read(key)),
    put: (key, body, options) => step(() => objects.put(key, body, options)),
    replace: (key, tag, body, options) => step(() => objects.replace(key, tag, body, options)),
    delete: (key) => step(() => objects.delete(key)),
  }
}
