import { type Draft, draftOf } from '../../../shared/draft/draft'
import { href, paths } from '../../addresses'
import type { AuthorPageProps } from '../author'
import { Hidden } from '../submit/step-form'

/** A button that begins the steps of submitting with the words of this petition. */
export function SubmitAgain({
  locale,
  petition,
  email,
  words,
}: AuthorPageProps & { readonly words: string }) {
  const { community, host, author } = petition
  const draft: Draft = {
    ...draftOf(petition),
    'author.surname': author.surname,
    'author.givenName': author.givenName,
    ...(author.patronymic !== undefined && { 'author.patronymic': author.patronymic }),
    'author.email': email,
  }
  return (
    <form
      method="post"
      action={href(locale, paths.submit(community.id, host.id))}
      enctype="multipart/form-data"
    >
      <Hidden draft={draft} />
      <input type="hidden" name="step" value="idea" />
      <button type="submit" name="go" value="idea">
        {words}
      </button>
    </form>
  )
}
