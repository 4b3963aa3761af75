import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { Page } from '../components/page'
import { UpdatesForm } from '../components/updates'
import { textsOf } from '../texts'

export interface UpdatesPageProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'title'>
  readonly token: string
  readonly following: boolean
  /** It was changed just now, and can be undone. */
  readonly changed?: boolean
}

/** Where the link at the end of each update leads, and what its button brought about. Opening it changes nothing. */
export function UpdatesPage({ locale, petition, token, following, changed = false }: UpdatesPageProps) {
  const { updates: t, forms } = textsOf(locale)
  const title = changed ? (following ? t.startedTitle : t.stoppedTitle) : t.title
  const label = changed ? t.undo : following ? t.stop : t.start
  return (
    <Page locale={locale} path={withToken(paths.updates, token)} title={title} styles={['forms']} noindex>
      <h1>{title}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p class={changed ? 'flash' : undefined}>{textOf(locale, following, changed)}</p>
      <UpdatesForm locale={locale} token={token} following={following} label={label} quiet={changed} />
      <p>
        <a href={href(locale, paths.petition(petition.id))}>{forms.result.toPetition}</a>
      </p>
    </Page>
  )
}

function textOf(locale: Locale, following: boolean, changed: boolean): string {
  const t = textsOf(locale).updates
  if (following) return t.following
  return changed ? t.stopped : t.offer
}

/** A link to updates that is broken, or so old that no address of the petition is kept any more. */
export function LostUpdatesPage({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).updates
  return (
    <Page locale={locale} path={paths.home} title={t.lostTitle} noindex>
      <h1>{t.lostTitle}</h1>
      <p class="lead">{t.lostWhole}</p>
      <p>{t.lostOver}</p>
      <p>
        <a class="button" href={href(locale, paths.petitions)}>
          {textsOf(locale).forms.result.toPetitions}
        </a>
      </p>
    </Page>
  )
}
