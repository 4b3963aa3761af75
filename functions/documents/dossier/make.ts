import type { DocumentsDeps } from '../deps'
import { readCase } from './case'
import type { DossierOrder } from './order'
import { readPrepared, savePrepared } from './prepared'
import { bodyOf, writeDossier } from './write'

/** Signatures between two signs of life. */
const STEP = 5000

/**
 * Makes a large dossier and puts it where its reader is led. May be repeated: the same order makes the same object.
 * An order that another has replaced is dropped.
 */
export async function makeDossier(deps: DocumentsDeps, order: DossierOrder): Promise<void> {
  if ((await readPrepared(deps.objects, order))?.key !== order.key) return
  let told = 0
  const progress = async (written: number) => {
    if (written < told + STEP) return
    told = written
    await tell(deps, order, { written, ready: false })
    // Who shares the process, as on one machine, is let in between.
    await new Promise((resume) => setImmediate(resume))
  }
  const source = await readCase(deps, order.petitionId)
  const body = await bodyOf(writeDossier(deps, source, order, progress))
  await deps.objects.put(order.key, body, { cacheSeconds: 0 })
  if (!(await tell(deps, order, { written: source.leaves, ready: true })))
    await deps.objects.delete(order.key)
}

/** False where the order is not wanted any more. */
async function tell(
  { objects, clock }: DocumentsDeps,
  order: DossierOrder,
  state: { readonly written: number; readonly ready: boolean },
): Promise<boolean> {
  const prepared = await readPrepared(objects, order)
  if (prepared?.key !== order.key) return false
  await savePrepared(objects, order, { ...prepared, ...state, at: clock.now() })
  return true
}
