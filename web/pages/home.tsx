import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { CommunityLinks } from '../components/community-links'
import { Page } from '../components/page'
import { PetitionCards } from '../components/petition-card'
import { textsOf } from '../texts'

export interface HomePageProps {
  readonly locale: Locale
  readonly communities: readonly Community[]
  /** Newest first, a handful. */
  readonly newest: readonly PetitionSummary[]
  /** Still collecting and closest to their threshold, a handful. */
  readonly nearThreshold: readonly PetitionSummary[]
}

export function HomePage({ locale, communities, newest, nearThreshold }: HomePageProps) {
  const { list: t, site } = textsOf(locale)
  return (
    <Page locale={locale} path={paths.home} title={site.name} wide>
      <section class="hero">
        <h1>{t.homeTitle}</h1>
        <p class="lead">{t.homeLead}</p>
        <p class="actions">
          <a class="button" href={href(locale, paths.petitions)}>
            {t.homePrimary}
          </a>
          <a href={href(locale, paths.communities)}>{t.homeSecondary}</a>
        </p>
      </section>
      <Steps locale={locale} />
      <section>
        <h2>{t.chooseCommunity}</h2>
        <CommunityLinks locale={locale} communities={communities} />
      </section>
      {nearThreshold.length > 0 && (
        <section>
          <h2>{t.nearThreshold}</h2>
          <PetitionCards locale={locale} petitions={nearThreshold} />
        </section>
      )}
      <section>
        <h2>{t.newest}</h2>
        <PetitionCards locale={locale} petitions={newest} />
        <p>
          <a href={href(locale, paths.petitions)}>{t.allPetitions}</a>
        </p>
      </section>
    </Page>
  )
}

function Steps({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).list
  return (
    <section>
      <h2>{t.stepsTitle}</h2>
      <ol class="steps">
        {Object.values(t.steps).map((step) => (
          <li>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
