import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from '../../shared/locale'
import { href } from '../addresses'
import { assets, type Script, type Style } from '../assets'
import { textsOf } from '../texts'
import { Footer } from './footer'
import { Header } from './header'

export interface PageProps {
  readonly locale: Locale
  /** The page's address without its language; the language switch leads to the same page. */
  readonly path: string
  readonly title: string
  readonly description?: string
  /** Keeps search engines away: lists of names, private and staff pages. */
  readonly noindex?: boolean
  /** Beside the site's own. */
  readonly styles?: readonly Style[]
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

function Head({ locale, path, title, description, noindex, styles = [], scripts = [] }: PageProps) {
  const t = textsOf(locale).site
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === t.name ? `${t.name}: ${t.tagline}` : t.title(title)}</title>
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <meta name="description" content={description ?? t.description} />
          <link rel="alternate" hreflang="uk" href={href('uk', path)} />
          <link rel="alternate" hreflang="en" href={href('en', path)} />
        </>
      )}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {(['site', ...styles] as const).map((style) => (
        <link rel="stylesheet" href={assets[`${style}.css`]} />
      ))}
      {scripts.map((script) => (
        <script type="module" src={assets[script]}></script>
      ))}
    </head>
  )
}
