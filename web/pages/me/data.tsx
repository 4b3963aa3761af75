import type { Community } from '../../../shared/community/settings'
import { type Holdings, isEmpty } from '../../../shared/resident/holdings'
import { namesLeaveAt, type PetitionPlace } from '../../../shared/resident/place'
import { fullName } from '../../../shared/signing/person-name'
import { href, paths } from '../../addresses'
import { Contacts, News, PetitionName } from '../../components/me/mails'
import { BackToMine, OpenFor, type Owner } from '../../components/me/open-for'
import { Moment } from '../../components/moment'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'
import { formatDate, formatNumber } from '../../texts/format'
import { plural } from '../../texts/plural'

export interface DataPageProps extends Owner {
  readonly held: Holdings
  readonly communities: readonly Pick<Community, 'id' | 'name'>[]
  readonly searched: number
  readonly next?: string | undefined
}

/** All that is held about a resident, what never is, and what goes by itself. */
export function DataPage(props: DataPageProps) {
  const { locale, held, next } = props
  const { resident, site } = textsOf(locale)
  const t = resident.data
  return (
    <Page styles={['forms', 'lists']} locale={locale} path={paths.meData} title={t.title} noindex>
      <h1>{t.title}</h1>
      <OpenFor {...props} />
      <p class="lead">{t.lead}</p>
      {next !== undefined && (
        <p class="note">
          {t.unfinished(plural(locale, props.searched, site.units.petitions))}{' '}
          <a href={href(locale, `${paths.meData}?after=${next}`)}>{t.goOn}</a>
        </p>
      )}
      {isEmpty(held) && <p>{t.nothing}</p>}
      {held.signatures.length > 0 && <Rows {...props} />}
      <News {...props} />
      <Contacts {...props} />
      <AuthorOf {...props} />
      <Items title={t.never} items={t.neverItems} />
      <Items title={t.self} items={t.selfItems} />
      <p class="actions">
        <a class="button" href={href(locale, paths.meDataFile)} download>
          {t.file}
        </a>
        <a class="button quiet" href={href(locale, paths.meErase)}>
          {t.erase}
        </a>
      </p>
      <p class="meta">{t.fileHint}</p>
      <BackToMine locale={locale} />
    </Page>
  )
}

/** Each signature's row. */
function Rows({ locale, held }: DataPageProps) {
  const { resident, list } = textsOf(locale)
  const t = resident.data
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{resident.signatures}</h2>
      <ul class="cards">
        {held.signatures.map(({ petition, person, confirmedAt, level, index }) => (
          <li class="card">
            <h3 dir="auto">
              <PetitionName locale={locale} petition={petition} />
            </h3>
            <p dir="auto">
              <strong>{person ? fullName(person) : resident.nameErased}</strong>
            </p>
            <p class="meta">
              <Moment locale={locale} at={confirmedAt} /> · {list.community.identity[level]}
              {index !== undefined && ` · № ${formatNumber(locale, index + 1)}`}
            </p>
            {person && <p class="meta">{untilIn(locale, petition)}</p>}
          </li>
        ))}
      </ul>
      <h3>{t.kept}</h3>
      <p>{t.keptText}</p>
    </section>
  )
}

function untilIn(locale: DataPageProps['locale'], petition: PetitionPlace): string {
  const until = namesLeaveAt(petition)
  return until === undefined ? '' : textsOf(locale).resident.data.shownUntil(formatDate(locale, until))
}

function AuthorOf({ locale, held: { authored } }: DataPageProps) {
  const { resident } = textsOf(locale)
  if (authored.length === 0) return null
  return (
    <section aria-labelledby="authored">
      <h2 id="authored">{resident.authored}</h2>
      <ul>
        {authored.map((petition) => (
          <li>
            <PetitionName locale={locale} petition={petition} />
            <p class="meta">{authorUntil(locale, petition)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function authorUntil(locale: DataPageProps['locale'], petition: PetitionPlace): string {
  const t = textsOf(locale).resident.data
  const until = namesLeaveAt(petition)
  return until === undefined ? t.authorKeptOpen : t.authorKept(formatDate(locale, until))
}

function Items({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}
