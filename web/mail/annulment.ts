import type { Locale } from '../../shared/locale'
import { type AnnulmentGround, WITHDRAWN } from '../../shared/log/annulment'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { formatNumber } from '../texts/format'
import { textsOf } from '../texts/mail'
import { annulmentGroundIn } from '../texts/speech'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'

export interface AnnulmentMail {
  /** The signer's own language; the other follows. */
  readonly locale: Locale
  readonly petition: PetitionView
  readonly annulment: {
    /** Index of the signature. */
    readonly target: number
    /** Of the annulment's own entry in the log. */
    readonly index: number
    readonly ground: AnnulmentGround
    readonly explanation?: string | undefined
  }
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}

/** Tells a signer that their signature no longer counts, why, and how to object. */
export function renderAnnulment(mail: AnnulmentMail): RenderedMail {
  const other: Locale = mail.locale === 'uk' ? 'en' : 'uk'
  const { subject } = wordsOf(mail.locale, mail)
  return renderLetters(`${subject}: ${mail.petition.title}`, [
    letterIn(mail.locale, mail),
    letterIn(other, mail),
  ])
}

function letterIn(locale: Locale, { petition, annulment, publicUrl }: AnnulmentMail): Letter {
  const t = textsOf(locale)
  const words = t.annulment
  const told = wordsOf(locale, { annulment })
  const number = (index: number) => formatNumber(locale, index + 1)
  const parts: Part[] = [
    t.greeting,
    told.lead,
    {
      facts: [
        [t.facts.title, t.facts.named(formatNumber(locale, petition.number), petition.title)],
        [t.facts.council, petition.community.council[locale]],
        [words.ground, annulmentGroundIn(locale, annulment.ground)],
        [words.signature, number(annulment.target)],
        [words.entry, number(annulment.index)],
      ],
    },
    ...(annulment.explanation ? [{ heading: words.explanation }, { quote: annulment.explanation }] : []),
    told.objection(petition.community.council[locale], petition.host.name[locale]),
    { link: publicUrl + href(locale, paths.petition(petition.id)), label: t.toPetition },
    t.signature,
  ]
  return { locale, parts }
}

/** Whoever withdrew the signature by themselves is told of their own act. */
function wordsOf(locale: Locale, { annulment }: Pick<AnnulmentMail, 'annulment'>) {
  const t = textsOf(locale)
  return annulment.ground === WITHDRAWN ? t.withdrawal : t.annulment
}
