import { Feed } from 'feed'
import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'

/** One piece of news. */
export interface NewsItem {
  /** An address that stays the item's own for ever. */
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly link: string
  readonly at: Instant
}

export interface News {
  readonly locale: Locale
  readonly title: string
  /** Address of the page that the feed belongs to: also the feed's id. */
  readonly page: string
  /** The feed's own address. */
  readonly address: string
  /** When nothing has happened yet. */
  readonly since: Instant
  /** Newest first. */
  readonly items: readonly NewsItem[]
}

/** An Atom feed (RFC 4287). The same news always make the same feed: it is as old as its newest item. */
export function atomOf({ locale, title, page, address, since, items }: News): string {
  const feed = new Feed({
    id: page,
    link: page,
    title,
    language: locale,
    updated: new Date(items[0]?.at ?? since),
    feedLinks: { atom: address },
    generator: false,
  })
  for (const { id, title: heading, text, link, at } of items) {
    feed.addItem({
      id,
      link,
      title: heading,
      date: new Date(at),
      published: new Date(at),
      ...(text && { description: text }),
    })
  }
  return feed.atom1()
}
