import type { DossierSigner } from '../../../shared/http/dossier'
import { namesKey } from '../../../shared/log/addresses'
import { NAMES_PER_FILE, type NamesItem, parseNamesFile } from '../../../shared/log/names'
import type { ObjectStore } from '../../ports/object-store'

/** Files of names on their way at once; no more of them are held. */
const AHEAD = 16

/**
 * Everybody who signed, by number, from the published files of names, which are read as they are needed.
 * @param leaves entries of the log to take in
 */
export async function* signersOf(
  objects: ObjectStore,
  petitionId: string,
  leaves: number,
): AsyncGenerator<DossierSigner[]> {
  const files = Math.ceil(leaves / NAMES_PER_FILE)
  const coming: Promise<Uint8Array | undefined>[] = []
  for (let file = 0; file < files; file++) {
    while (coming.length < AHEAD && file + coming.length < files) {
      const reading = objects.get(namesKey(petitionId, file + coming.length))
      // Who stops early leaves some behind: their failure is nobody's any more.
      reading.catch(() => {})
      coming.push(reading)
    }
    const body = await coming.shift()!
    // Where the log ends with annulments, its last leaves may have no file.
    if (body) yield signersIn(body, leaves)
  }
}

function signersIn(body: Uint8Array, leaves: number): DossierSigner[] {
  return parseNamesFile(new TextDecoder().decode(body))
    .filter(({ index }) => index < leaves)
    .map(signerOf)
}

function signerOf(item: NamesItem): DossierSigner {
  const number = item.index + 1
  if ('erased' in item) return { number, erased: true }
  const { name, date, annulled } = item
  return { number, name, date, ...(annulled && { annulled }) }
}
