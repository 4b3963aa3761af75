import type { Community, Host } from '../../shared/community/settings'
import { LOCALES, type Locale } from '../../shared/locale'
import type { Petition } from '../../shared/petition/petition'
import { isPublic, projectSummary } from '../../shared/petition/project'
import type { PetitionSummary } from '../../shared/petition/view'
import { paths, searchIndexPath } from '../../web/addresses'
import { CommunityPage } from '../../web/pages/community'
import { HomePage } from '../../web/pages/home'
import { LISTED, ListPage } from '../../web/pages/list'
import { searchIndex } from '../../web/search-index'
import { chunksOf, inParallel } from '../in-parallel'
import type { Count } from '../ports/count-reader'
import type { PetitionRecord } from '../ports/petition-store'
import { machineFilesOfLists } from './list-machine-files'
import { PAGE_CACHE_SECONDS, type Publication, type PublishingDeps, pageAt, publish } from './publishing'

/** Petitions on one page of a list. */
const LIST_PAGE = 50
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
}

/**
 * Publishes the lists of petitions, the search index, the home page and the pages of communities.
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
    const files = listFiles(await readDirectory(deps, fresh))
    await inParallel(files, FILES_AT_ONCE, (file) => publish(deps.objects, file))
    const mark = crypto.randomUUID()
    if (await deps.objects.replace(GUARD, guard?.tag, mark, { cacheSeconds: 0 })) return
  }
  throw new Error(`the lists changed under ${MAX_ATTEMPTS} attempts to publish them`)
}

async function readDirectory(deps: PublishingDeps, fresh: readonly PetitionRecord[]): Promise<Directory> {
  const [listed, communities, hosts] = await Promise.all([
    allPublished(deps),
    deps.communities.communities(),
    deps.communities.hosts(),
  ])
  const petitions = withFresh(listed, fresh)
  const counts = await deps.counts.counts(petitions.map((petition) => petition.id))
  const exact = new Map(fresh.map(({ petition, log }) => [petition.id, { ...log, size: log.applied }]))
  const summaries = petitions.flatMap((petition) => {
    const community = communities.find((one) => one.id === petition.communityId)
    const count = laterOf(exact.get(petition.id), counts.get(petition.id))
    return community ? [projectSummary(petition, community, count)] : []
  })
  return { publicUrl: deps.publicUrl, published: petitions, petitions: summaries, communities, hosts }
}

/** The count of more entries of the log; annulments make a later one smaller. */
function laterOf(a: Count | undefined, b: Count | undefined): number {
  return ((a?.size ?? -1) >= (b?.size ?? -1) ? a : b)?.count ?? 0
}

async function allPublished({ petitions }: PublishingDeps): Promise<Petition[]> {
  const found: Petition[] = []
  let cursor: string | undefined
  do {
    const page = await petitions.published({ limit: 500, ...(cursor !== undefined && { cursor }) })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
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
  const { publicUrl, communities, published } = directory
  const pages = LOCALES.flatMap((locale) => [
    homePage(locale, directory),
    searchFile(locale, directory),
    ...listPages(locale, directory, directory.petitions),
    ...directory.communities.flatMap((community) => {
      const own = directory.petitions.filter((petition) => petition.community.id === community.id)
      return [
        communityPage(locale, directory, community, own),
        ...listPages(locale, directory, own, community),
      ]
    }),
  ])
  return [...pages, ...machineFilesOfLists(publicUrl, communities, published)]
}

/** A community's or everybody's petitions: all, and each status by itself. */
function listPages(
  locale: Locale,
  { publicUrl }: Directory,
  petitions: readonly PetitionSummary[],
  community?: Community,
): Publication[] {
  return [undefined, ...LISTED].flatMap((status) => {
    const chosen = status ? petitions.filter((petition) => petition.status === status) : petitions
    const chunks = chosen.length === 0 ? [[]] : chunksOf(chosen, LIST_PAGE)
    return chunks.map((chunk, place) => {
      const page = place + 1
      const of = { ...(community && { community }), ...(status && { status }) }
      const element = <ListPage locale={locale} petitions={chunk} {...of} page={page} pages={chunks.length} />
      const path = paths.list({ community: community?.id, status, page })
      return pageAt(locale, path, element, publicUrl)
    })
  })
}

function homePage(locale: Locale, { publicUrl, petitions, communities }: Directory): Publication {
  const element = (
    <HomePage
      locale={locale}
      communities={communities}
      newest={petitions.slice(0, HANDFUL)}
      nearThreshold={nearThreshold(petitions)}
    />
  )
  return pageAt(locale, paths.home, element, publicUrl)
}

function communityPage(
  locale: Locale,
  { publicUrl, hosts }: Directory,
  community: Community,
  petitions: readonly PetitionSummary[],
): Publication {
  const element = (
    <CommunityPage
      locale={locale}
      community={community}
      hosts={hostsOf(community, hosts)}
      petitions={petitions.slice(0, HANDFUL)}
    />
  )
  return pageAt(locale, paths.community(community.id), element, publicUrl)
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

function searchFile(locale: Locale, { petitions }: Directory): Publication {
  const body = JSON.stringify(searchIndex(locale, petitions))
  return { key: searchIndexPath(locale).slice(1), body, cacheSeconds: PAGE_CACHE_SECONDS }
}
