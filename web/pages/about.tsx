import type { StatuteSettings } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { type PetitionRule, RULES } from '../../shared/petition/rules'
import type { ExampleStep } from '../../shared/petition/worked-example'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { WorkedExample } from '../components/worked-example'
import { textsOf } from '../texts'
import { roleIn, signaturesIn, termIn } from '../texts/speech'

export interface AboutPageProps {
  readonly locale: Locale
  /** What the example is about. */
  readonly settings: StatuteSettings
  readonly example: readonly ExampleStep[]
}

/** The law in plain words with an example, then the whole rule table that the product itself runs by. */
export function AboutPage({ locale, settings, example }: AboutPageProps) {
  const { law: t, about } = textsOf(locale)
  const [needed, term] = [signaturesIn(locale, settings.threshold), termIn(locale, settings.collection)]
  return (
    <Page
      locale={locale}
      path={paths.about}
      title={t.aboutTitle}
      description={t.aboutLead}
      styles={['lists']}
    >
      <h1>{t.aboutTitle}</h1>
      <p class="lead">{t.aboutLead}</p>
      {Object.values(t.parts).map((part) => (
        <section>
          <h2>{part.title}</h2>
          <p>{part.text}</p>
        </section>
      ))}
      <p>
        <a class="button" href={href(locale, paths.communities)}>
          {about.submit}
        </a>
      </p>
      <section>
        <h2 id="example">{about.exampleTitle}</h2>
        <p>{about.exampleLead(needed, term)}</p>
        <WorkedExample locale={locale} steps={example} />
      </section>
      <section>
        <h2 id="rules">{t.rulesTitle}</h2>
        <p>
          {t.rulesLead} {about.cite}
        </p>
        <dl class="rules">
          {RULES.map((rule) => (
            <RuleRow locale={locale} rule={rule} />
          ))}
        </dl>
      </section>
    </Page>
  )
}

function RuleRow({ locale, rule }: { readonly locale: Locale; readonly rule: PetitionRule }) {
  const t = textsOf(locale).law
  const term = termOf(locale, rule)
  return (
    <div id={rule.id}>
      <dt>{rule.title[locale]}</dt>
      <dd>
        {t.who}: {roleIn(locale, rule.actor)}.{term && ` ${t.term}: ${term}.`}
      </dd>
      <dd class="meta">
        {rule.id} · {rule.item[locale]} · {t.force[rule.force]}
      </dd>
    </div>
  )
}

function termOf(locale: Locale, { duty }: PetitionRule): string | undefined {
  if (!duty) return undefined
  return 'setting' in duty.term ? textsOf(locale).law.termOfCouncil : termIn(locale, duty.term)
}
