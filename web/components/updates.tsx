import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'

export interface UpdatesProps {
  readonly locale: Locale
  /** Of a mailed link: it holds the address, which the page does not show. */
  readonly token: string
  readonly following: boolean
}

/** Following a petition by mail as a section of a page: where one stands, and one press to change it. */
export function UpdatesPanel(props: UpdatesProps) {
  const t = textsOf(props.locale).updates
  return (
    <section aria-labelledby="updates">
      <h2 id="updates">{t.title}</h2>
      <p>{props.following ? t.following : t.offer}</p>
      <UpdatesForm {...props} label={props.following ? t.stop : t.start} quiet={props.following} />
    </section>
  )
}

/** One press that changes whether mails about the petition come. */
export function UpdatesForm({
  locale,
  token,
  following,
  label,
  quiet,
}: UpdatesProps & { readonly label: string; readonly quiet?: boolean }) {
  return (
    <form method="post" action={href(locale, paths.updates)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="wish" value={following ? 'unfollow' : 'follow'} />
      <button type="submit" class={quiet ? 'quiet' : undefined}>
        {label}
      </button>
    </form>
  )
}
