import type { Community, Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { HostBand } from '../components/host/band'
import { Page } from '../components/page'
import { Pagination } from '../components/pagination'
import { PetitionCards } from '../components/petition-card'
import { PlainText } from '../components/plain-text'
import { textsOf } from '../texts'

export interface HostPageProps {
  readonly locale: Locale
  readonly host: Host
  /** The councils it collects for. */
  readonly communities: readonly Pick<Community, 'id' | 'council'>[]
  /** A handful of each, newest first. */
  readonly open: readonly PetitionSummary[]
  readonly answered: readonly PetitionSummary[]
  /** One page of all. */
  readonly petitions: readonly PetitionSummary[]
  /** Counts from 1. */
  readonly page: number
  readonly pages: number
}

/** An organisation's own page: who it is, what it collects signatures for, and where to submit through it. */
export function HostPage(props: HostPageProps) {
  const { locale, host, page } = props
  const t = textsOf(locale).host
  const name = host.name[locale]
  return (
    <Page
      locale={locale}
      path={paths.host(host.id, page)}
      title={name}
      description={t.description(name)}
      styles={['host']}
      theme={host.front?.colours && paths.hostTheme(host.id)}
      noindex={page > 1}
    >
      <HostBand locale={locale} host={host} />
      {page === 1 && <Front {...props} />}
      <All {...props} />
    </Page>
  )
}

function Front({ locale, host, communities, open, answered }: HostPageProps) {
  const t = textsOf(locale).host
  const { about } = host.front ?? {}
  const lang = about?.[locale] !== undefined ? locale : about?.uk !== undefined ? 'uk' : 'en'
  const words = about?.[lang]
  return (
    <>
      {words && (
        <section>
          <h2>{t.about}</h2>
          <PlainText text={words} lang={lang === locale ? undefined : lang} />
        </section>
      )}
      <section>
        <h2>{t.councils}</h2>
        <p>{t.councilsLead}</p>
        <ul>
          {communities.map(({ id, council }) => (
            <li>
              <a href={href(locale, paths.submit(id, host.id))}>{t.submit(council[locale])}</a>
            </li>
          ))}
        </ul>
      </section>
      <Some locale={locale} title={t.open} petitions={open} />
      <Some locale={locale} title={t.answered} petitions={answered} />
    </>
  )
}

interface SomeProps {
  readonly locale: Locale
  readonly title: string
  readonly petitions: readonly PetitionSummary[]
}

function Some({ locale, title, petitions }: SomeProps) {
  if (petitions.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <PetitionCards locale={locale} petitions={petitions} />
    </section>
  )
}

function All({ locale, host, petitions, page, pages }: HostPageProps) {
  const t = textsOf(locale).host
  return (
    <section>
      <h2>{t.all}</h2>
      {petitions.length === 0 ? <p>{t.none}</p> : <PetitionCards locale={locale} petitions={petitions} />}
      <Pagination locale={locale} page={page} pages={pages} pathOf={(n) => paths.host(host.id, n)} />
      <p>
        <a href={href(locale, paths.embed)}>{t.embed}</a>
      </p>
    </section>
  )
}
