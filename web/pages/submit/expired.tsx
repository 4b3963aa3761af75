import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface SubmitExpiredPageProps {
  readonly locale: Locale
  /** Where the petition was written, where the link says so. */
  readonly place?: { readonly communityId: string; readonly hostId: string } | undefined
}

/** A link to submit whose time is over: the sealed text is gone here, but not on the device it was written on. */
export function SubmitExpiredPage({ locale, place }: SubmitExpiredPageProps) {
  const { submit: t, author } = textsOf(locale)
  const form = place ? paths.submit(place.communityId, place.hostId) : paths.communities
  return (
    <Page locale={locale} path={form} title={t.expiredTitle} noindex>
      <h1>{t.expiredTitle}</h1>
      <p class="lead">{t.expiredText}</p>
      <p>{t.expiredDraft}</p>
      <p>
        <a class="button" href={href(locale, form)}>
          {t.expiredAgain}
        </a>
      </p>
      <p>
        {t.expiredConfirmed} <a href={href(locale, paths.authorLink)}>{author.linkTitle}</a>
      </p>
    </Page>
  )
}
