import type { Context } from './context'
import type { FindingCode } from './finding'
import type { ReadLog } from './read-log'

const ENTRY_FLAWS: readonly FindingCode[] = [
  'entry-malformed',
  'entry-differs',
  'entry-after-close',
  'entry-before-publication',
  'annulment-of-nothing',
  'annulment-repeated',
  'erasure-of-nothing',
  'erasure-repeated',
]

const NAME_FLAWS: readonly FindingCode[] = [
  'names-missing',
  'names-malformed',
  'name-missing',
  'name-differs',
  'name-date-differs',
  'name-of-nothing',
  'name-of-erased',
  'name-repeated',
  'name-wrongly-annulled',
  'name-not-annulled',
  'file-too-large',
]

/** What may be said of the entries once all were read. */
export function concludeEntries({ findings, shown }: Context, { entries, complete }: ReadLog): void {
  const { signatures, annulments, erasures } = entries.signers
  if (complete && !findings.has(...ENTRY_FLAWS))
    findings.add('entries-sound', { signatures, annulments, erasures })
  if (!shown.petition) findings.add('text-unpublished', {})
  else if (complete && signatures > 0 && !findings.has('text-differs')) findings.add('text-same', {})
}

/** What may be said of the names: an annulment comes later than what it annuls, so only now. */
export function concludeNames({ findings }: Context, { names, entries, parts, complete }: ReadLog): void {
  if (!findings.has('names-missing', 'names-malformed')) names.settle((file) => parts.namesPath(file))
  const { names: shown, erasures } = entries.signers
  if (complete && !findings.has(...NAME_FLAWS))
    findings.add('names-agree', { names: shown, erased: erasures })
  const namesakes = names.alike.suspicions().length
  if (namesakes > 0) findings.add('namesakes', { count: namesakes })
}
