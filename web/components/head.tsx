import { raw } from 'hono/html'
import { LOCALES, type Locale } from '../../shared/locale'
import { href } from '../addresses'
import { assets } from '../assets'
import { textsOf } from '../texts'
import type { PageProps } from './page'
import { usePublicUrl } from './public-url'

/** What stands for a page where others link to it. */
export interface Preview {
  /** Address of a picture of 1200 × 630 pixels, from the site's root. */
  readonly image: string
  readonly alt: string
}

/** A feed that tells what is new on the page. */
export interface FeedLink {
  /** Address from the site's root. */
  readonly href: string
  readonly title: string
}

const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { uk: 'uk_UA', en: 'en_GB' }

/** The head of a document: its name, its styles and scripts, and what search engines and messengers read of it. */
export function Head(props: PageProps) {
  const { locale, title, noindex, styles = [], theme, scripts = [] } = props
  const t = textsOf(locale).site
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === t.name ? `${t.name}: ${t.tagline}` : t.title(title)}</title>
      <meta name="description" content={props.description ?? t.description} />
      {noindex ? <meta name="robots" content="noindex" /> : <Found {...props} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {(['site', ...styles] as const).map((style) => (
        <link rel="stylesheet" href={assets[`${style}.css`]} />
      ))}
      {theme && <link rel="stylesheet" href={theme} />}
      {scripts.map((script) => (
        <script type="module" src={assets[script]}></script>
      ))}
    </head>
  )
}

/** What a page that may be found says of itself: one address, its other language, how a link to it looks. */
function Found({ locale, path, title, description, preview, feeds = [], data }: PageProps) {
  const t = textsOf(locale).site
  const publicUrl = usePublicUrl()
  const address = publicUrl(href(locale, path))
  const text = description ?? t.description
  return (
    <>
      <link rel="canonical" href={address} />
      {LOCALES.map((other) => (
        <link rel="alternate" hreflang={other} href={publicUrl(href(other, path))} />
      ))}
      <link rel="alternate" hreflang="x-default" href={publicUrl(href('uk', path))} />
      {feeds.map((feed) => (
        <link rel="alternate" type="application/atom+xml" href={publicUrl(feed.href)} title={feed.title} />
      ))}
      <meta property="og:type" content={preview ? 'article' : 'website'} />
      <meta property="og:site_name" content={t.name} />
      <meta property="og:locale" content={LANGUAGE_TAGS[locale]} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={text} />
      <meta property="og:url" content={address} />
      {preview && (
        <>
          <meta property="og:image" content={publicUrl(preview.image)} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={preview.alt} />
        </>
      )}
      <meta name="twitter:card" content={preview ? 'summary_large_image' : 'summary'} />
      {data && <script type="application/ld+json">{raw(inScript(data))}</script>}
    </>
  )
}

/** JSON that no text in it can end the element around it. */
function inScript(data: object): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
