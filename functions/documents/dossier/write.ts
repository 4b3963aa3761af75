import { NO_DAYS } from '../../../shared/log/days'
import { daysUpTo } from '../../actions/publish-days'
import type { DocumentsDeps } from '../deps'
import { dossierPdf } from '../pdf/dossier-pdf'
import type { PetitionCase } from './case'
import { signersCsv } from './csv'
import { dossierJson } from './json'
import type { DossierName } from './order'
import { signersOf } from './signers'

/** Told now and then of how many signatures are written. */
export type Progress = (written: number) => Promise<void>

/**
 * A dossier's file in parts. Signers are read from the published log as they are written, so that memory does not
 * grow with their number.
 */
export async function* writeDossier(
  deps: Pick<DocumentsDeps, 'objects' | 'typefaces'>,
  source: PetitionCase,
  { kind, locale }: Pick<DossierName, 'kind' | 'locale'>,
  progress: Progress = async () => {},
): AsyncGenerator<string | Uint8Array> {
  const { objects } = deps
  const { petition, leaves } = source
  const signers = counted(signersOf(objects, petition.id, leaves), progress)
  if (kind === 'csv') yield* signersCsv(locale, signers)
  else {
    const days = petition.log ? await daysUpTo(objects, petition.id, leaves) : NO_DAYS
    if (kind === 'json') yield* dossierJson(source, days, signers)
    else yield* dossierPdf({ source, days, signers, locale, typeface: await deps.typefaces() })
  }
}

async function* counted<Item>(
  batches: AsyncIterable<readonly Item[]>,
  progress: Progress,
): AsyncGenerator<readonly Item[]> {
  let written = 0
  for await (const batch of batches) {
    yield batch
    written += batch.length
    await progress(written)
  }
}

/** All parts as one body. */
export async function bodyOf(parts: AsyncIterable<string | Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  for await (const part of parts) chunks.push(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.concat(chunks)
}
