import type { Community, Host } from '../../shared/community/settings'
import { LOCALES } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { paths } from '../../web/addresses'
import { hostThemeSheet } from '../../web/host-theme'
import { HostPage } from '../../web/pages/host'
import { chunksOf } from '../in-parallel'
import { pageAt } from './page-at'
import { PAGE_CACHE_SECONDS, type Publication } from './publishing'

/** Petitions on one page of an organisation's list. */
const HOST_PAGE = 50
const HANDFUL = 6

interface Directory {
  readonly publicUrl: string
  /** Newest first. */
  readonly petitions: readonly PetitionSummary[]
  readonly communities: readonly Community[]
  readonly hosts: readonly Host[]
}

/** The pages of organisations that collect signatures, and their colours. A council's page is its community's. */
export function hostFiles(directory: Directory): Publication[] {
  return directory.hosts
    .filter(({ kind }) => kind === 'ngo')
    .flatMap((host) => [...themeFiles(host), ...hostPages(host, directory)])
}

function themeFiles({ id, front }: Host): Publication[] {
  if (!front?.colours) return []
  const key = paths.hostTheme(id).slice(1)
  return [{ key, body: hostThemeSheet(front.colours), cacheSeconds: PAGE_CACHE_SECONDS }]
}

function hostPages(host: Host, { publicUrl, petitions, communities }: Directory): Publication[] {
  const own = petitions.filter((petition) => petition.host.id === host.id)
  const standing = (...statuses: readonly string[]) =>
    own.filter(({ status }) => statuses.includes(status)).slice(0, HANDFUL)
  const common = {
    host,
    communities: communities.filter(({ id }) => host.communities.includes(id)),
    open: standing('collecting'),
    answered: standing('answered'),
  }
  const chunks = own.length === 0 ? [[]] : chunksOf(own, HOST_PAGE)
  return LOCALES.flatMap((locale) =>
    chunks.map((chunk, place) => {
      const at = { page: place + 1, pages: chunks.length }
      const element = <HostPage locale={locale} {...common} petitions={chunk} {...at} />
      return pageAt(locale, paths.host(host.id, at.page), element, publicUrl)
    }),
  )
}
