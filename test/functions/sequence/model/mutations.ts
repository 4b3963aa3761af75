import { publishCheckpoint } from '../../../../functions/actions/publish-checkpoint'
import type { SequencingDeps } from '../../../../functions/actions/sequencing'
import type { ObjectStore } from '../../../../functions/ports/object-store'
import type { SignatureLog } from '../../../../functions/ports/signature-log'
import { isPending, type LogState } from '../../../../shared/log/state'
import { MemoryLog } from '../../../support/memory-log'

/** Ways to break the sequencing: the four that its design names, and signing what is not committed. */
export const MUTATIONS = [
  'no applied gate',
  'rows before the state',
  'no staging',
  'unconditional publishing',
  'checkpoint before the commit',
] as const
export type Mutation = (typeof MUTATIONS)[number]

/** What a worker works with when its sequencing is broken so. The gate is broken in the log itself. */
export function mutated(deps: SequencingDeps, mutation: Mutation, allKeys: () => readonly string[]) {
  const { log, objects } = deps
  if (mutation === 'rows before the state') return { ...deps, log: rowsFirst(log, allKeys) }
  if (mutation === 'no staging') return { ...deps, objects: withoutStaging(objects) }
  if (mutation === 'unconditional publishing') return { ...deps, objects: unconditional(objects) }
  if (mutation === 'checkpoint before the commit') return { ...deps, log: signingFirst(deps) }
  return deps
}

/** A log that hides what is pending and commits over it. */
export class UngatedLog extends MemoryLog {
  override async state(): Promise<LogState> {
    const { staging: _, ...current } = this.current
    return { ...current, applied: current.size }
  }

  override async commit(id: string, from: LogState, batch: Parameters<MemoryLog['commit']>[2]) {
    if (isPending(this.current)) this.current = { ...this.current, applied: this.current.size }
    return super.commit(id, from, batch)
  }
}

/** A worker that reads its candidate rows before it reads the state. */
function rowsFirst(log: SignatureLog, all: () => readonly string[]): SignatureLog {
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
function withoutStaging(objects: ObjectStore): ObjectStore {
  return {
    ...objects,
    put: async (key, body, options) => {
      if (!key.startsWith('staging/')) await objects.put(key, body, options)
    },
  }
}

/** A store that overwrites whatever others wrote in between. */
function unconditional(objects: ObjectStore): ObjectStore {
  return {
    ...objects,
    replace: async (key, _tag, body, options) => {
      await objects.put(key, body, options)
      return true
    },
  }
}

/** A worker that signs and publishes its tree before it knows that it won. */
function signingFirst(deps: SequencingDeps): SignatureLog {
  return {
    ...deps.log,
    commit: async (id, from, batch) => {
      const origin = (await deps.petitions.load(id))?.logOrigin ?? ''
      await publishCheckpoint(deps, id, origin, batch.after)
      return deps.log.commit(id, from, batch)
    },
  }
}
