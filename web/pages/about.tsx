import type { Locale } from '../../shared/locale'
import { type PetitionRule, RULES } from '../../shared/petition/rules'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { roleIn, termIn } from '../texts/speech'

/** The law in plain words, then the whole rule table that the product itself runs by. */
export function AboutPage({ locale }: { readonly locale: Locale }) {
  const { law: t, list } = textsOf(locale)
  return (
    <Page locale={locale} path={paths.about} title={t.aboutTitle} description={t.aboutLead}>
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
          {list.homeSecondary}
        </a>
      </p>
      <section>
        <h2>{t.rulesTitle}</h2>
        <p>{t.rulesLead}</p>
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
