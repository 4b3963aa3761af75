import type { Locale } from '../../../shared/locale'
import { RULES } from '../../../shared/petition/rules'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { textsOf } from '../../texts'
import { roleIn, termIn } from '../../texts/speech'

export interface DeskHelpPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
}

/** What a new secretary needs for the first day, and the terms of the statute as the rule table has them. */
export function DeskHelpPage({ locale, staff }: DeskHelpPageProps) {
  const { deskHelp: t, queue } = textsOf(locale)
  return (
    <DeskLayout locale={locale} path={paths.deskHelp} title={t.title} staff={staff}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ol class="steps">
        {Object.values(t.day).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <h2 id="path">{t.path}</h2>
      <p>{t.pathLead}</p>
      <section class="scroll" tabindex={0} aria-labelledby="path">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.term}</th>
              <th scope="col">{t.item}</th>
            </tr>
          </thead>
          <tbody>
            {RULES.filter(({ duty }) => duty).map((rule) => (
              <tr>
                <td>{rule.title[locale]}</td>
                <td>{roleIn(locale, rule.actor)}</td>
                <td>
                  {rule.duty && 'count' in rule.duty.term ? termIn(locale, rule.duty.term) : t.bySettings}
                </td>
                <td>
                  {rule.item[locale]} ({rule.id})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>{t.questions}</h2>
      {Object.values(t.answers).map(({ question, answer }) => (
        <details>
          <summary>{question}</summary>
          <p>{answer}</p>
        </details>
      ))}
      <p>
        <a href={href(locale, paths.desk)}>← {queue.clear}</a>
      </p>
    </DeskLayout>
  )
}
