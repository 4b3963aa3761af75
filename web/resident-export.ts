import type { Instant } from '../shared/calendar/day'
import type { Locale } from '../shared/locale'
import { ANNULMENT_GROUNDS, isAnnulmentGround } from '../shared/log/annulment'
import { RESIDENT_SCHEMA_KEY, type ResidentExport } from '../shared/resident/export'
import type { HeldSignature, Holdings } from '../shared/resident/holdings'
import { namesLeaveAt, type PetitionPlace } from '../shared/resident/place'
import { fullName } from '../shared/signing/person-name'
import { signatureId } from '../shared/signing/signature-id'
import { href, paths } from './addresses'
import { textsOf } from './texts'

interface ExportOf {
  readonly locale: Locale
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  readonly madeAt: Instant
  readonly email?: string | undefined
  readonly held: Holdings
  readonly searched: number
  readonly next?: string | undefined
}

/** What is held about a resident as a document for programs, with labels for people. */
export function residentExportOf(of: ExportOf): ResidentExport {
  const { locale, publicUrl, held, next } = of
  const t = textsOf(locale).resident.data
  const address = (path: string) => publicUrl + href(locale, path)
  const petition = (place: PetitionPlace) => petitionOf(place, address)
  return {
    $schema: `${publicUrl}/${RESIDENT_SCHEMA_KEY}`,
    madeAt: of.madeAt,
    ...(of.email !== undefined && { email: of.email }),
    complete: next === undefined,
    petitionsSearched: of.searched,
    ...(next !== undefined && { next: address(`${paths.meDataFile}?after=${next}`) }),
    signatures: held.signatures.map((signature) => ({
      petition: petition(signature.petition),
      receipt: address(paths.receipt(signatureId(signature.key))),
      ...signatureOf(locale, signature),
    })),
    news: held.follows.map(({ petition: place, since }) => ({ petition: petition(place), since })),
    authored: held.authored.map((place) => ({
      petition: petition(place),
      ...optional('keptUntil', namesLeaveAt(place)),
    })),
    keptOfASignature: t.keptText,
    neverHeld: t.neverItems,
    goesByItself: t.selfItems,
  }
}

function petitionOf(
  { id, number, title, publishedAt }: PetitionPlace,
  address: (path: string) => string,
): ResidentExport['news'][number]['petition'] {
  return { id, number, title, ...(publishedAt !== undefined && { address: address(paths.petition(id)) }) }
}

function signatureOf(locale: Locale, signature: HeldSignature) {
  const { petition, person, confirmedAt, level, index, annulment, contact } = signature
  const label = textsOf(locale).list.community.identity[level]
  return {
    ...optional('name', person && fullName(person)),
    signedAt: confirmedAt,
    level: { code: level, label },
    ...optional('number', index === undefined ? undefined : index + 1),
    ...optional('annulled', annulment && annulledOf(locale, annulment)),
    addressKeptForAnnulment: contact,
    ...optional('nameShownUntil', person && namesLeaveAt(petition)),
  }
}

function annulledOf(locale: Locale, { ground, at, inLog }: NonNullable<HeldSignature['annulment']>) {
  const label = isAnnulmentGround(ground) ? ANNULMENT_GROUNDS[ground][locale] : ground
  return { ground: { code: ground, label }, at, inLog }
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}
