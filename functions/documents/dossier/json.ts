import { DOSSIER_SCHEMA_KEY, type Dossier, type DossierSigner } from '../../../shared/http/dossier'
import type { PetitionCase } from './case'
import { handoverOf } from './handover'

/** The dossier as JSON (`shared/http/dossier.ts`), in parts: the signers are never all in memory. */
export async function* dossierJson(
  source: PetitionCase,
  days: Dossier['days'],
  signers: AsyncIterable<readonly DossierSigner[]>,
): AsyncGenerator<string> {
  const { petition, openData, log, madeAt, publicUrl } = source
  const head = {
    $schema: `${publicUrl}/${DOSSIER_SCHEMA_KEY}`,
    madeAt,
    openData,
    handover: handoverOf(source),
    petition,
    log,
    days,
  } satisfies Omit<Dossier, 'signers'>
  yield `${JSON.stringify(head).slice(0, -1)},"signers":[`
  let first = true
  for await (const some of signers) {
    if (some.length === 0) continue
    yield `${first ? '' : ','}\n${some.map((signer) => JSON.stringify(signer)).join(',\n')}`
    first = false
  }
  yield '\n]}\n'
}
