import type { Day } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { DaysView } from '../../shared/log/days'
import type { Stamped } from '../../shared/log/stamped'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Deadlines } from '../components/deadlines'
import { Journal } from '../components/journal'
import { Page } from '../components/page'
import { Annulments } from '../components/petition/annulments'
import { Chart } from '../components/petition/chart'
import { CountCheck } from '../components/petition/count-check'
import { Outcome } from '../components/petition/outcome'
import { Panel } from '../components/petition/panel'
import { Parties } from '../components/petition/parties'
import { Share } from '../components/petition/share'
import { PlainText } from '../components/plain-text'
import { usePublicUrl } from '../components/public-url'
import { StatusBadge } from '../components/status-badge'
import { excerpt } from '../excerpt'
import { petitionData } from '../petition-data'
import { languageOf } from '../petition-language'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'

export interface PetitionPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** Kyiv day of rendering: the days left are counted from it. */
  readonly today: Day
  /** The log's checkpoint that was time-stamped last, if any was. */
  readonly stamped?: Stamped | undefined
  /** Signatures by day; absent where they cannot be told now. */
  readonly days?: DaysView | undefined
}

export function PetitionPage({ locale, petition, today, stamped, days }: PetitionPageProps) {
  const { petition: t, site, feed } = textsOf(locale)
  const publicUrl = usePublicUrl()
  const isPublished = petition.publishedAt !== undefined
  const lang = languageOf(locale, petition)
  return (
    <Page
      locale={locale}
      path={paths.petition(petition.id)}
      title={petition.title}
      description={excerpt(petition.text, 160)}
      scripts={isPublished ? ['petition'] : []}
      noindex={!isPublished}
      preview={{ image: href(locale, paths.shareImage(petition.id)), alt: petition.title }}
      feeds={[{ href: href(locale, paths.petitionFeed(petition.id)), title: feed.petition(petition.title) }]}
      data={petitionData(locale, petition, publicUrl)}
      wide
    >
      <article class="petition">
        <header>
          {petition.community.demo && <p class="note">{site.demo}</p>}
          <p class="over">
            <StatusBadge locale={locale} petition={petition} />{' '}
            {t.number(formatNumber(locale, petition.number))}
          </p>
          <h1 dir="auto" lang={lang}>
            {petition.title}
          </h1>
          <Parties locale={locale} petition={petition} />
        </header>
        <Panel locale={locale} petition={petition} today={today} />
        <div class="body">
          <Outcome locale={locale} petition={petition} />
          <section aria-labelledby="text">
            <h2 id="text">{t.text}</h2>
            <PlainText text={petition.text} lang={lang} />
            {petition.wantsHearing && <p class="note">{t.hearingWish}</p>}
          </section>
          <Share locale={locale} petition={petition} />
          <Chart locale={locale} petition={petition} days={days} />
          <Annulments locale={locale} petition={petition} />
          <Deadlines locale={locale} deadlines={petition.deadlines} />
          <Journal locale={locale} petition={petition} notices={petition.notices} />
          <CountCheck locale={locale} petition={petition} stamped={stamped} />
        </div>
      </article>
    </Page>
  )
}
