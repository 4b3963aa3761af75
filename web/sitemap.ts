import type { Instant } from '../shared/calendar/day'
import { LOCALES } from '../shared/locale'
import { href, paths } from './addresses'

/** Pages in one part; the protocol takes 50,000 addresses, and each page has one in each language. */
const PAGES_IN_PART = 5000

/** A page for search engines: its address without its language, and when it last changed in a way that matters. */
export interface MappedPage {
  readonly path: string
  readonly changedAt?: Instant | undefined
}

/** Pages that are there without any petition. */
export const STANDING_PAGES: readonly MappedPage[] = [
  paths.home,
  paths.petitions,
  paths.communities,
  paths.about,
  paths.privacy,
  paths.verify,
  paths.mirror,
].map((path) => ({ path }))

/**
 * The site's map (sitemaps.org 0.9) by object key: one file, or an index of parts where there are many pages.
 * Lists of signers are no part of it.
 * @param publicUrl address of the site
 */
export function sitemap(publicUrl: string, pages: readonly MappedPage[]): Record<string, string> {
  const parts: MappedPage[][] = []
  for (let from = 0; from < pages.length; from += PAGES_IN_PART)
    parts.push(pages.slice(from, from + PAGES_IN_PART))
  if (parts.length <= 1) return { 'sitemap.xml': partOf(publicUrl, pages) }
  const names = parts.map((_, place) => `sitemap-${place + 1}.xml`)
  const entries = names.map((name) => `<sitemap><loc>${escaped(`${publicUrl}/${name}`)}</loc></sitemap>`)
  const index = `${DECLARATION}<sitemapindex ${NAMESPACE}>${entries.join('')}</sitemapindex>\n`
  const bodies = parts.map((part, place) => [names[place]!, partOf(publicUrl, part)])
  return { 'sitemap.xml': index, ...Object.fromEntries(bodies) }
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function partOf(publicUrl: string, pages: readonly MappedPage[]): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const addresses = LOCALES.map((locale) => [locale, escaped(`${publicUrl}${href(locale, path)}`)] as const)
    const others = addresses.map(
      ([locale, to]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${to}"/>`,
    )
    const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`
    return addresses.map(([, at]) => `<url><loc>${at}</loc>${changed}${others.join('')}</url>\n`)
  })
  const names = `${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"`
  return `${DECLARATION}<urlset ${names}>\n${entries.join('')}</urlset>\n`
}

function escaped(address: string): string {
  return address.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
