import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { formatNumber } from '../texts/format'
import { textsOf } from '../texts/mail'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'

export interface ReceiptMail {
  /** Of whoever asked for it; the other language follows. */
  readonly locale: Locale
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  readonly petitionTitle: string
  /** Of the entry in the petition's log. */
  readonly index: number
  readonly annulled: boolean
}

/** The mail that brings a signer the receipt they asked for; the receipt itself is attached. */
export function renderReceipt(mail: ReceiptMail): RenderedMail {
  const other: Locale = mail.locale === 'uk' ? 'en' : 'uk'
  const { subject } = textsOf(mail.locale).receipt
  return renderLetters(`${subject}: ${mail.petitionTitle}`, [
    letterIn(mail.locale, mail),
    letterIn(other, mail),
  ])
}

function letterIn(locale: Locale, { publicUrl, petitionTitle, index, annulled }: ReceiptMail): Letter {
  const t = textsOf(locale)
  const parts: Part[] = [
    t.greeting,
    t.receipt.lead,
    { quote: petitionTitle },
    { facts: [[t.receipt.number, formatNumber(locale, index + 1)]] },
    ...(annulled ? [t.receipt.annulled] : []),
    t.receipt.keep,
    { link: publicUrl + href(locale, paths.verify), label: t.receipt.verify },
    { link: publicUrl + href(locale, paths.me), label: t.receipt.mine, quiet: true },
    t.receipt.otherwise,
    t.signature,
  ]
  return { locale, parts }
}
