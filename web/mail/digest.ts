import type { Day } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { formatDay, formatNumber, formatShare } from '../texts/format'
import { textsOf } from '../texts/mail'
import { plural } from '../texts/plural'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'

/** A petition whose signatures ask for somebody's eyes. Figures alone: nobody is named. */
export interface DigestPetition {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly council: Readonly<Record<Locale, string>>
  readonly signatures: number
  readonly inAlarms: number
  readonly shared: { readonly addresses: number; readonly signatures: number }
}

/** What the operators are told of a day. */
export interface Digest {
  readonly day: Day
  readonly petitions: readonly DigestPetition[]
  /** Petitions with an alarm beyond these. */
  readonly more: number
  /** Notices that could not be delivered, by council. */
  readonly failed: readonly { readonly council: Readonly<Record<Locale, string>>; readonly number: number }[]
}

/** The operators' daily mail, in both languages. */
export function renderDigest(digest: Digest, publicUrl: string): RenderedMail {
  const { subject, subjectQuiet } = textsOf('uk').digest
  const day = formatDay('uk', digest.day)
  return renderLetters(isQuiet(digest) ? subjectQuiet(day) : subject(day), [
    letterIn('uk', digest, publicUrl),
    letterIn('en', digest, publicUrl),
  ])
}

function letterIn(locale: Locale, digest: Digest, publicUrl: string): Letter {
  const t = textsOf(locale)
  const at = (path: string) => publicUrl + href(locale, path)
  const parts: Part[] = [
    t.greeting,
    isQuiet(digest) ? t.digest.quiet : t.digest.lead(formatDay(locale, digest.day)),
    ...(digest.petitions.length > 0 ? [{ heading: t.digest.anomalies }, t.digest.judge] : []),
    ...digest.petitions.flatMap((petition) => petitionParts(locale, petition, at)),
    ...(digest.more > 0 ? [t.digest.more(formatNumber(locale, digest.more))] : []),
    ...(digest.failed.length > 0 ? failedParts(locale, digest, at) : []),
    ...(isQuiet(digest) ? [{ link: at(paths.desk), label: t.toDesk, quiet: true as const }] : []),
    t.signature,
  ]
  return { locale, parts }
}

function petitionParts(locale: Locale, petition: DigestPetition, at: (path: string) => string): Part[] {
  const { digest: t, facts } = textsOf(locale)
  const { id, number, title, council, signatures, inAlarms, shared } = petition
  const n = (count: number) => formatNumber(locale, count)
  return [
    {
      facts: [
        [facts.title, facts.named(n(number), title)],
        [t.council, council[locale]],
        [
          t.inAlarms,
          t.ofAll(n(inAlarms), n(signatures), formatShare(locale, inAlarms / Math.max(1, signatures))),
        ],
        [
          t.shared,
          t.fromAddresses(n(shared.signatures), plural(locale, shared.addresses, t.units.addresses)),
        ],
      ],
    },
    { link: at(paths.deskAnomalies(id)), label: t.open },
  ]
}

function failedParts(locale: Locale, { failed }: Digest, at: (path: string) => string): Part[] {
  const t = textsOf(locale).digest
  return [
    { heading: t.failed },
    {
      facts: failed.map(
        ({ council, number }) => [council[locale], plural(locale, number, t.units.notices)] as const,
      ),
    },
    { link: at(paths.deskNotices), label: t.openNotices },
  ]
}

function isQuiet({ petitions, failed }: Digest): boolean {
  return petitions.length + failed.length === 0
}
