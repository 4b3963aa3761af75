import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Moment } from '../components/moment'
import { Page } from '../components/page'
import { Progress } from '../components/progress'
import { ReceiptPanel, type ReceiptProps } from '../components/receipt'
import { textsOf } from '../texts'

export interface ResultPageProps {
  readonly locale: Locale
  readonly kind: 'signed' | 'already-signed'
  readonly petition?: PetitionView
  readonly confirmedAt?: Instant
  readonly receipt?: Omit<ReceiptProps, 'locale'>
}

/** What a confirmation brought about. */
export function ResultPage(props: ResultPageProps) {
  const { locale, kind, petition } = props
  const words = wordsOf(locale, kind)
  const signed = kind === 'signed' || kind === 'already-signed'
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={petition?.publishedAt ? paths.petition(petition.id) : paths.petitions}
      title={words.title}
      scripts={props.receipt && props.receipt.index === undefined ? ['receipt'] : []}
      noindex
    >
      <h1>{words.title}</h1>
      {petition && <blockquote class="title">{petition.title}</blockquote>}
      {words.text && <p>{words.text}</p>}
      {petition && signed && <Progress locale={locale} petition={petition} />}
      {kind === 'signed' && <p class="meta">{textsOf(locale).forms.result.countSoon}</p>}
      <Evidence {...props} />
      {props.receipt && <ReceiptPanel locale={locale} {...props.receipt} />}
      {kind === 'signed' && <p>{textsOf(locale).forms.result.share}</p>}
      <WayOn locale={locale} petition={petition} />
    </Page>
  )
}

function Evidence({ locale, confirmedAt }: ResultPageProps) {
  if (!confirmedAt) return null
  const t = textsOf(locale).forms.result
  return (
    <dl class="facts">
      <div>
        <dt>{t.time}</dt>
        <dd>
          <Moment locale={locale} at={confirmedAt} />
        </dd>
      </div>
    </dl>
  )
}

/** To the petition where everybody may see it, else to all petitions. */
function WayOn({
  locale,
  petition,
}: {
  readonly locale: Locale
  readonly petition: PetitionView | undefined
}) {
  const t = textsOf(locale).forms.result
  const published = petition?.publishedAt !== undefined
  return (
    <p>
      <a class="button" href={href(locale, published ? paths.petition(petition.id) : paths.petitions)}>
        {published ? t.toPetition : t.toPetitions}
      </a>
    </p>
  )
}

function wordsOf(locale: Locale, kind: ResultPageProps['kind']): { title: string; text?: string } {
  const t = textsOf(locale).forms.result
  switch (kind) {
    case 'signed':
      return { title: t.signedTitle }
    case 'already-signed':
      return { title: t.alreadySignedTitle, text: t.alreadySignedText }
  }
}
