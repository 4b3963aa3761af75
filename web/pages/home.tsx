import type { Community } from '../../shared/community/settings'
import type { Statistics } from '../../shared/community/statistics'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { CommunityChoice } from '../components/community-choice'
import { Figures } from '../components/community-figures'
import { Page } from '../components/page'
import { PetitionCards } from '../components/petition-card'
import { textsOf } from '../texts'

export interface HomePageProps {
  readonly locale: Locale
  readonly communities: readonly Community[]
  /** Of all petitions. */
  readonly statistics: Statistics
  /** Newest first, a handful. */
  readonly newest: readonly PetitionSummary[]
  /** Still collecting and closest to their threshold, a handful. */
  readonly nearThreshold: readonly PetitionSummary[]
  /** Newest first, a handful. */
  readonly answered: readonly PetitionSummary[]
}

/** What a petition can do, how it goes now, and where to begin. */
export function HomePage({
  locale,
  communities,
  statistics,
  newest,
  nearThreshold,
  answered,
}: HomePageProps) {
  const { home: t, site } = textsOf(locale)
  return (
    <Page locale={locale} path={paths.home} title={site.name} styles={['forms', 'lists']} wide>
      <section class="hero">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="actions">
          <a class="button" href={href(locale, paths.petitions)}>
            {t.read}
          </a>
          <a href={href(locale, paths.communities)}>{t.submit}</a>
        </p>
      </section>
      {communities.length > 0 && (
        <section class="my-community">
          <h2>{t.choose}</h2>
          <CommunityChoice locale={locale} communities={communities} />
        </section>
      )}
      <Facts locale={locale} />
      <section>
        <h2>{t.numbers}</h2>
        <Figures locale={locale} statistics={statistics} />
      </section>
      <Handful
        locale={locale}
        title={t.near}
        petitions={nearThreshold}
        all={{ path: paths.list({ status: 'collecting', sort: 'nearest' }), words: t.allNear }}
      />
      <Handful
        locale={locale}
        title={t.newest}
        petitions={newest}
        all={{ path: paths.petitions, words: t.all }}
        evenEmpty
      />
      <Handful
        locale={locale}
        title={t.answered}
        petitions={answered}
        all={{ path: paths.list({ status: 'answered' }), words: t.allAnswered }}
      />
    </Page>
  )
}

function Facts({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).home
  return (
    <section>
      <h2>{t.factsTitle}</h2>
      <ul class="three">
        {Object.values(t.facts).map((fact) => (
          <li>
            <h3>{fact.title}</h3>
            <p>{fact.text}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={href(locale, paths.about)}>{t.how}</a>
      </p>
    </section>
  )
}

interface HandfulProps {
  readonly locale: Locale
  readonly title: string
  readonly petitions: readonly PetitionSummary[]
  /** Where the rest of them is. */
  readonly all: { readonly path: string; readonly words: string }
  readonly evenEmpty?: boolean
}

function Handful({ locale, title, petitions, all, evenEmpty }: HandfulProps) {
  if (petitions.length === 0 && !evenEmpty) return null
  return (
    <section>
      <h2>{title}</h2>
      <PetitionCards locale={locale} petitions={petitions} />
      <p>
        <a href={href(locale, all.path)}>{all.words}</a>
      </p>
    </section>
  )
}
