import type { ObjectStore } from '../../../../functions/ports/object-store'
import type { SignatureLog } from '../../../../functions/ports/signature-log'
import { isPending, type LogState } from '../../../../shared/log/state'
import { MemoryLog } from '../../../support/memory-log'

/** The four ways to break the sequencing that its design names. */
export type Mutation = 'no applied gate' | 'rows before the state' | 'no staging' | 'unconditional publishing'

export const MUTATIONS: readonly Mutation[] = [
  'no applied gate',
  'rows before the state',
  'no staging',
  'unconditional publishing',
]

/** A log that hides what is pending and commits over it. */
export class UngatedLog extends MemoryLog {
  override async state(): Promise<LogState> {
    const { size, version } = this.current
    return { size, applied: size, version }
  }

  override async commit(id: string, from: LogState, batch: Parameters<MemoryLog['commit']>[2]) {
    if (isPending(this.current)) this.current = { ...this.current, applied: this.current.size }
    return super.commit(id, from, batch)
  }
}

/** A worker that reads its candidate rows before it reads the state. */
export function rowsFirst(log: SignatureLog, all: () => readonly string[]): SignatureLog {
  let early: Awaited<ReturnType<SignatureLog['rows']>> = []
  return {
    ...log,
    state: async (id) => {
      early = await log.rows(id, all())
      return log.state(id)
    },
    rows: async (_id, keys) => early.filter((row) => keys.includes(row.key)),
  }
}

/** A store that never keeps staging objects. */
export function withoutStaging(objects: ObjectStore): ObjectStore {
  return {
    ...objects,
    put: async (key, body, options) => {
      if (!key.startsWith('staging/')) await objects.put(key, body, options)
    },
  }
}

/** A store that overwrites whatever others wrote in between. */
export function unconditional(objects: ObjectStore): ObjectStore {
  return {
    ...objects,
    replace: async (key, _tag, body, options) => {
      await objects.put(key, body, options)
      return true
    },
  }
}
