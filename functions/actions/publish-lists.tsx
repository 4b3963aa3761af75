import type { Instant } from '../../shared/calendar/day'
import type { CalendarSettings } from '../../shared/calendar/working-calendar'
import { punctualityOf } from '../../shared/community/punctuality'
import type { Community, Host } from '../../shared/community/settings'
import { statisticsOf } from '../../shared/community/statistics'
import { LOCALES, type Locale } from '../../shared/locale'
import type { Petition } from '../../shared/petition/petition'
import { isPublic, projectSummary } from '../../shared/petition/project'
import { ruleOf } from '../../shared/petition/rules'
import type { PetitionSummary } from '../../shared/petition/view'
import { LIST_PAGE } from '../../shared/search/find-petitions'
import { LISTED } from '../../shared/search/list-query'
import { paths } from '../../web/addresses'
import { CommunityPage } from '../../web/pages/community'
import { HomePage } from '../../web/pages/home'
import { ListPage } from '../../web/pages/list'
import { inParallel } from '../in-parallel'
import type { Count } from '../ports/count-reader'
import type { PetitionRecord } from '../ports/petition-store'
import { machineFilesOfLists } from './list-machine-files'
import { pageAt } from './page-at'
import { hostFiles } from './publish-hosts'
import { publishSearch } from './publish-search'
import { publishedPages } from './published-pages'
import { PAGE_CACHE_SECONDS, type Publication, type PublishingDeps, publish } from './publishing'

/** Petitions in the handfuls of the home and community pages. */
const HANDFUL = 6
const FILES_AT_ONCE = 16
const MAX_ATTEMPTS = 20
/** Changes with each publication of the lists; never served. */
const GUARD = 'staging/lists'

/** The public list and what else is shown beside it. */
interface Directory {
  readonly publicUrl: string
  /** Whole, newest first. */
  readonly published: readonly Petition[]
  /** Newest first. */
  readonly petitions: readonly PetitionSummary[]
  readonly communities: readonly Community[]
  readonly hosts: readonly Host[]
  readonly calendar: CalendarSettings
  readonly now: Instant
}

/**
 * Publishes the lists of petitions, what the search is made of, the home page and the pages of communities.
 * Of two publishers at work at once, the one that ends last has seen everything: it starts over if another
 * ended since it read the table.
 * @param fresh petitions just read: the index behind the list may not have them yet
 */
export async function publishLists(
  deps: PublishingDeps,
  fresh: readonly PetitionRecord[] = [],
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const guard = await deps.objects.read(GUARD)
    const directory = await readDirectory(deps, fresh)
    await inParallel(listFiles(directory), FILES_AT_ONCE, (file) => publish(deps.objects, file))
    await publishSearch(deps.objects, directory)
    const mark = crypto.randomUUID()
    if (await deps.objects.replace(GUARD, guard?.tag, mark, { cacheSeconds: 0 })) return
  }
  throw new Error(`the lists changed under ${MAX_ATTEMPTS} attempts to publish them`)
}

async function readDirectory(deps: PublishingDeps, fresh: readonly PetitionRecord[]): Promise<Directory> {
  const [listed, communities, hosts, calendar] = await Promise.all([
    allPublished(deps),
    deps.communities.communities(),
    deps.communities.hosts(),
    deps.communities.calendar(),
  ])
  const petitions = withFresh(listed, fresh)
  const counts = await deps.counts.counts(petitions.map((petition) => petition.id))
  const exact = new Map(fresh.map(({ petition, log }) => [petition.id, { ...log, size: log.applied }]))
  const summaries = petitions.flatMap((petition) => {
    const community = communities.find((one) => one.id === petition.communityId)
    const count = laterOf(exact.get(petition.id), counts.get(petition.id))
    return community ? [projectSummary(petition, community, count)] : []
  })
  const { publicUrl, clock } = deps
  const now = clock.now()
  return { publicUrl, published: petitions, petitions: summaries, communities, hosts, calendar, now }
}

/** The count of more entries of the log; annulments make a later one smaller. */
function laterOf(a: Count | undefined, b: Count | undefined): number {
  return ((a?.size ?? -1) >= (b?.size ?? -1) ? a : b)?.count ?? 0
}

async function allPublished({ petitions }: PublishingDeps): Promise<Petition[]> {
  const found: Petition[] = []
  for await (const page of publishedPages(petitions, { limit: 500 })) found.push(...page)
  return found
}

/** The later version of each petition, newest publication first. */
function withFresh(listed: readonly Petition[], fresh: readonly PetitionRecord[]): Petition[] {
  const byId = new Map(listed.map((petition) => [petition.id, petition]))
  for (const { petition } of fresh) {
    if (petition.version > (byId.get(petition.id)?.version ?? -1)) byId.set(petition.id, petition)
  }
  const newestFirst = (a: Petition, b: Petition) => (a.publishedAt! < b.publishedAt! ? 1 : -1)
  return [...byId.values()].filter(isPublic).sort(newestFirst)
}

function listFiles(directory: Directory): Publication[] {
  const { publicUrl, communities, published, petitions } = directory
  const counts: Counts = new Map(petitions.map(({ id, count }) => [id, count]))
  const statistics = figuresOf(published, counts)
  const places = placesOf(directory, counts)
  const pages = LOCALES.flatMap((locale) => [
    homePage(locale, directory, statistics),
    ...listPages(locale, directory, petitions),
    ...places.flatMap((place) => [
      communityPage(locale, directory, place),
      ...listPages(locale, directory, place.petitions, place.community.id),
    ]),
  ])
  return [
    ...pages,
    ...places.map(recordFile),
    ...hostFiles(directory),
    ...machineFilesOfLists(publicUrl, communities, published),
  ]
}

/** Counts of signatures by petition. */
type Counts = ReadonlyMap<string, number>
type Statistics = ReturnType<typeof statisticsOf>

/** A community with its own petitions, newest first, in figures, and how their terms were kept. */
interface Place {
  readonly community: Community
  readonly petitions: readonly PetitionSummary[]
  readonly statistics: Statistics
  readonly punctuality: ReturnType<typeof punctualityOf>
}

/** Every community, each of its petitions looked at once. */
function placesOf({ communities, published, petitions, calendar, now }: Directory, counts: Counts): Place[] {
  const summaries = Map.groupBy(petitions, ({ community }) => community.id)
  const whole = Map.groupBy(published, ({ communityId }) => communityId)
  return communities.map((community) => {
    const own = whole.get(community.id) ?? []
    return {
      community,
      petitions: summaries.get(community.id) ?? [],
      statistics: figuresOf(own, counts),
      punctuality: punctualityOf(own, calendar, now),
    }
  })
}

function figuresOf(published: readonly Petition[], counts: Counts): Statistics {
  return statisticsOf(
    published,
    published.map(({ id }) => counts.get(id) ?? 0),
  )
}

/**
 * The newest of a community's or everybody's petitions: of all, and of each status by itself. What lies further back
 * is found by the search, so that a new petition has one page of each list written and no more.
 */
function listPages(
  locale: Locale,
  { publicUrl, communities }: Directory,
  petitions: readonly PetitionSummary[],
  community?: string,
): Publication[] {
  return [undefined, ...LISTED].map((status) => {
    const query = { community, status }
    const chosen = status ? petitions.filter((petition) => petition.status === status) : petitions
    const found = {
      petitions: chosen.slice(0, LIST_PAGE),
      total: chosen.length,
      page: 1,
      pages: Math.max(1, Math.ceil(chosen.length / LIST_PAGE)),
      unfiltered: petitions.length,
    }
    const element = <ListPage locale={locale} query={query} found={found} communities={communities} />
    return pageAt(locale, paths.list(query), element, publicUrl)
  })
}

function homePage(
  locale: Locale,
  { publicUrl, petitions, communities }: Directory,
  statistics: Statistics,
): Publication {
  const element = (
    <HomePage
      locale={locale}
      communities={communities}
      statistics={statistics}
      answered={petitions.filter(({ status }) => status === 'answered').slice(0, HANDFUL)}
      newest={petitions.slice(0, HANDFUL)}
      nearThreshold={nearThreshold(petitions)}
    />
  )
  return pageAt(locale, paths.home, element, publicUrl)
}

function communityPage(
  locale: Locale,
  { publicUrl, hosts }: Directory,
  { community, petitions, statistics, punctuality }: Place,
): Publication {
  const element = (
    <CommunityPage
      locale={locale}
      community={community}
      hosts={hostsOf(community, hosts)}
      statistics={statistics}
      punctuality={punctuality}
      petitions={petitions.slice(0, HANDFUL)}
    />
  )
  return pageAt(locale, paths.community(community.id), element, publicUrl)
}

/** A community's figures, and how its terms were kept, for programs. */
function recordFile({ community, statistics, punctuality }: Place): Publication {
  const rules = punctuality.rules.map((record) => ({ ...record, item: ruleOf(record.rule).item }))
  const body = JSON.stringify({ statistics, punctuality: { ...punctuality, rules } })
  return { key: `api/v1/communities/${community.id}/record`, body, cacheSeconds: PAGE_CACHE_SECONDS }
}

/** Who may collect for a council, its own site first. */
export function hostsOf(community: Community, hosts: readonly Host[]): Host[] {
  const rank = (host: Host) => (host.kind === 'council' ? 0 : 1)
  return hosts.filter((host) => host.communities.includes(community.id)).toSorted((a, b) => rank(a) - rank(b))
}

function nearThreshold(petitions: readonly PetitionSummary[]): PetitionSummary[] {
  const share = ({ count, threshold }: PetitionSummary) => count / threshold
  return petitions
    .filter((petition) => petition.status === 'collecting' && petition.count > 0)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, HANDFUL)
}
