import { paths } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'
import type { AuthorPageProps } from '../author'
import { SubmitAgain } from './again'

/** The petition is withdrawn; its words are still there to begin anew with. */
export function WithdrawnPage(props: AuthorPageProps) {
  const { locale, petition } = props
  const t = textsOf(locale).author
  return (
    <Page
      locale={locale}
      path={petition.publishedAt ? paths.petition(petition.id) : paths.petitions}
      title={t.withdrawnTitle}
      noindex
    >
      <h1>{t.withdrawnTitle}</h1>
      <blockquote class="title" dir="auto">
        {petition.title}
      </blockquote>
      <p>{t.withdrawnText}</p>
      <SubmitAgain {...props} words={t.again} />
    </Page>
  )
}
