import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from '../../shared/locale'
import type { Script, Style } from '../assets'
import { textsOf } from '../texts'
import { Footer } from './footer'
import { type FeedLink, Head, type Preview } from './head'
import { Header } from './header'

export interface PageProps {
  readonly locale: Locale
  /** The page's address without its language; the language switch leads to the same page. */
  readonly path: string
  readonly title: string
  readonly description?: string
  /** Keeps search engines away: lists of names, private and staff pages. */
  readonly noindex?: boolean
  readonly preview?: Preview | undefined
  readonly feeds?: readonly FeedLink[]
  /** What the page is about, in words of schema.org (JSON-LD). */
  readonly data?: object | undefined
  /** Beside the site's own. */
  readonly styles?: readonly Style[]
  /** Address of a stylesheet of the page's own, after all others. */
  readonly theme?: string | undefined
  readonly scripts?: readonly Script[]
  /** Replaces the header, as on the staff desk. */
  readonly header?: Child
  readonly wide?: boolean
  readonly children?: Child
}

/** A whole HTML document: language, skip link, header, one main part, footer. */
export function Page(props: PageProps) {
  const { locale, path, wide } = props
  const t = textsOf(locale).site
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <Head {...props} />
        <body>
          <a class="skip" href="#main">
            {t.skip}
          </a>
          {props.header ?? <Header locale={locale} path={path} />}
          <main id="main" class={wide ? 'wide' : undefined} tabindex={-1}>
            {props.children}
          </main>
          <Footer locale={locale} />
        </body>
      </html>
    </>
  )
}
