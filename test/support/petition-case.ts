import type { PetitionCase } from '../../functions/documents/dossier/case'
import type { DossierSigner } from '../../shared/http/dossier'
import { openDataOf } from '../../shared/petition/open-data'
import type { Petition } from '../../shared/petition/petition'
import type { PetitionView } from '../../shared/petition/view'
import { kalynivka, NOW, ngo } from '../web/fixtures'

export const CHECKPOINT = [
  'petitions.example/log/4k2m9x7qbd',
  '3',
  'cm0aLhMq2zKxO+2ShdCYGzbjQDyqMWkDRRJhW0X9NJ0=',
  '',
  '— petitions.example/log gzbPIeGBAJVhkNdHNQqwKysT2g8aQkQGHTaUw4nSzJcqngLtyPztIX9oX0SAAmtCmxkzvtIdw7daWqIssSsmsmPTQE=',
  '',
].join('\n')
export const VERIFIER_KEY = 'petitions.example/log+a7f0d2b5+AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g'

/** A dossier's case of a published petition that an NGO collected for. */
export function caseOf(petition: PetitionView, leaves = petition.count): PetitionCase {
  const stored = { ...petition, communityId: petition.community.id } as unknown as Petition
  const publicUrl = 'https://petitions.example'
  return {
    petition: { ...petition, log: { origin: 'petitions.example/log/4k2m9x7qbd', size: leaves } },
    host: ngo,
    dispatchedAt: undefined,
    leaves,
    openData: openDataOf(stored, kalynivka, petition.count, publicUrl),
    log: { checkpoint: CHECKPOINT, verifierKey: VERIFIER_KEY },
    madeAt: NOW,
    publicUrl,
  }
}

/** Signers in one batch. */
export async function* listOf(signers: readonly DossierSigner[]): AsyncGenerator<DossierSigner[]> {
  yield [...signers]
}
