import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { wordFor } from '../texts/speech'

export interface ProblemPageProps {
  readonly locale: Locale
  /** As in the problem document (RFC 9457), in the page's language. */
  readonly problem: {
    readonly status: number
    readonly code: string
    readonly title: string
    readonly detail?: string | undefined
  }
}

/** A problem for people: what happened, what to do, and its stable code for support. */
export function ProblemPage({ locale, problem }: ProblemPageProps) {
  const t = textsOf(locale).forms
  const hint = wordFor(t.problem.hints, problem.code)
  return (
    <Page locale={locale} path={paths.home} title={t.problem.title} noindex>
      <h1>{problem.title}</h1>
      {problem.detail && problem.detail !== problem.title && <p class="lead">{problem.detail}</p>}
      <h2>{t.problem.next}</h2>
      <p>{hint === problem.code ? t.problem.hint : hint}</p>
      <p>
        <a class="button" href={href(locale, paths.petitions)}>
          {t.result.toPetitions}
        </a>
      </p>
      <p class="meta">
        {t.problem.code}: <code>{problem.code}</code> ({problem.status})
      </p>
    </Page>
  )
}
