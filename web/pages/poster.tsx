import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { Bar } from '../components/progress'
import { usePublicUrl } from '../components/public-url'
import { languageOf } from '../petition-language'
import { textsOf } from '../texts'
import { formatDay, formatNumber } from '../texts/format'
import { signaturesIn } from '../texts/speech'

interface PosterPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** A sheet of A4 to hang up: what is asked for, how far it has come, where to sign. What is around it is not printed. */
export function PosterPage({ locale, petition }: PosterPageProps) {
  return (
    <Page
      locale={locale}
      path={paths.poster(petition.id)}
      title={textsOf(locale).share.posterTitle}
      styles={['poster']}
      scripts={['print']}
      noindex
    >
      <Instructions locale={locale} petition={petition} />
      <Sheet locale={locale} petition={petition} />
    </Page>
  )
}

function Instructions({ locale, petition }: PosterPageProps) {
  const t = textsOf(locale).share
  return (
    <div class="instructions">
      <p>
        <a href={href(locale, paths.petition(petition.id))}>← {textsOf(locale).petition.back}</a>
      </p>
      <p>{t.howToPrint}</p>
      <viche-print hidden>
        <button type="button">{t.print}</button>
      </viche-print>
    </div>
  )
}

function Sheet({ locale, petition }: PosterPageProps) {
  const { share: t, petition: words } = textsOf(locale)
  const { id, title, community, count, threshold, signable, closesOn } = petition
  const publicUrl = usePublicUrl()
  const address = publicUrl(href(locale, paths.petition(id)))
  return (
    <article class="sheet">
      <p class="kicker">{t.kicker(community.council[locale])}</p>
      <h1
        class={[...title].length > LONG_TITLE ? 'long' : undefined}
        dir="auto"
        lang={languageOf(locale, petition)}
      >
        {title}
      </h1>
      <div class="tally">
        <strong>{signaturesIn(locale, count)}</strong> {words.neededShort(formatNumber(locale, threshold))}
        <Bar locale={locale} petition={petition} />
      </div>
      <div class="call">
        <img src={paths.code(id)} alt={t.codeAlt} width="300" height="300" />
        <div>
          <p class="do">{signable ? t.scan : words.ended}</p>
          {signable && closesOn && <p>{t.lastDay(formatDay(locale, closesOn))}</p>}
          <p class="address">{address.replace(/^https?:\/\//, '')}</p>
        </div>
      </div>
    </article>
  )
}

/** Characters beyond which a title is set smaller. */
const LONG_TITLE = 90
