import { raw } from 'hono/html'
import type { Day } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { assets } from '../../assets'
import { EmbedForm, NewTab } from '../../components/embed/form'
import { Tally } from '../../components/petition/panel'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export interface EmbeddedPetitionPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly today: Day
}

/**
 * A petition in a frame on another site: what it asks for, how far it has come, and the form to sign. Everything that
 * leads elsewhere opens beside the page around it. Whole without scripts, with a link in place of the form.
 */
export function EmbeddedPetitionPage({ locale, petition, today }: EmbeddedPetitionPageProps) {
  const { embed, site } = textsOf(locale)
  const t = embed.frame
  const { id, number, title, community, signable } = petition
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <Head title={site.title(title)} canonical={href(locale, paths.petition(id))} />
        <body>
          <main id="main">
            {community.demo && <p class="note">{site.demo}</p>}
            <p class="meta">
              {t.petition(formatNumber(locale, number))} · {community.council[locale]}
            </p>
            <h1>{title}</h1>
            {!signable && (
              <p>
                <StatusBadge locale={locale} petition={petition} />
              </p>
            )}
            <Tally locale={locale} petition={petition} today={today} />
            {signable && <EmbedForm locale={locale} petition={petition} />}
          </main>
          <footer>
            <p class="meta">{t.by}</p>
            <p class="meta">
              <NewTab locale={locale} path={paths.petition(id)} text={t.page} />{' '}
              <NewTab locale={locale} path={paths.privacy} text={t.privacy} />
            </p>
          </footer>
        </body>
      </html>
    </>
  )
}

function Head({ title, canonical }: { readonly title: string; readonly canonical: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <link rel="canonical" href={canonical} />
      <link rel="stylesheet" href={assets['embed.css']} />
      <script type="module" src={assets.frame}></script>
    </head>
  )
}
