import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { DateOf, Moment } from '../components/moment'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { signaturesIn, termIn } from '../texts/speech'

export interface SubmittedPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** The link was confirmed before. */
  readonly again: boolean
  /** Opens the author's page. */
  readonly token: string
}

/** After the author has confirmed: what comes next, by when, and where it can be seen. */
export function SubmittedPage({ locale, petition, again, token }: SubmittedPageProps) {
  const { author: t, petition: words } = textsOf(locale)
  const title = again ? t.alreadySubmitted : t.submitted
  return (
    <Page
      locale={locale}
      path={petition.publishedAt ? paths.petition(petition.id) : paths.petitions}
      title={title}
      noindex
    >
      <h1>{title}</h1>
      <blockquote class="title" dir="auto">
        {petition.title}
      </blockquote>
      <dl class="facts">
        <div>
          <dt>{words.submittedAt}</dt>
          <dd>
            <Moment locale={locale} at={petition.submittedAt} />
          </dd>
        </div>
        <div>
          <dt>{t.numberLabel}</dt>
          <dd>{formatNumber(locale, petition.number)}</dd>
        </div>
      </dl>
      {petition.status === 'moderation' && <WhatNext locale={locale} petition={petition} />}
      <p>{t.submittedKeep}</p>
      <p>
        <a class="button" href={href(locale, withToken(paths.author, token))}>
          {t.toOwnPage}
        </a>
      </p>
    </Page>
  )
}

function WhatNext({ locale, petition }: Pick<SubmittedPageProps, 'locale' | 'petition'>) {
  const t = textsOf(locale).author
  const check = petition.deadlines.find(({ rule }) => rule === 'R2')
  const { threshold, collection } = petition
  return (
    <>
      <h2>{t.next}</h2>
      <ol>
        {check && (
          <li>
            {t.stepCheck} <DateOf locale={locale} at={check.due} /> ({t.stepCheckTerm}, {check.source[locale]}
            ).
          </li>
        )}
        <li>{t.stepTold}</li>
        <li>{t.stepCollect(signaturesIn(locale, threshold), termIn(locale, collection))}</li>
      </ol>
    </>
  )
}
