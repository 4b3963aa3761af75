import { type ErasurePlan, isNothing } from '../../../shared/resident/erasure'
import { href, paths } from '../../addresses'
import { Going, Staying } from '../../components/me/erasure-lists'
import type { Owner } from '../../components/me/open-for'
import { OwnForm } from '../../components/me/own-form'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface ErasePageProps extends Owner {
  readonly plan: ErasurePlan
  /** Where the rest of the petitions begins, where there was no time for all. */
  readonly next?: string | undefined
}

/** What would go now and what stays for how long: nothing is erased before the button is pressed. */
export function ErasePage({ plan, next, ...owner }: ErasePageProps) {
  const { locale } = owner
  const t = textsOf(locale).resident.erasure
  return (
    <Page styles={['forms']} locale={locale} path={paths.meErase} title={t.title} noindex>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <section aria-labelledby="now">
        <h2 id="now">{t.now}</h2>
        {isNothing(plan.now) && <p>{t.nowNothing}</p>}
        <Going locale={locale} plan={plan} />
        <ul>
          <li>{t.session}</li>
        </ul>
        {plan.now.names.length > 0 && <p>{t.mark}</p>}
      </section>
      <Staying locale={locale} plan={plan} />
      {next !== undefined && <p class="note">{t.unfinished}</p>}
      <OwnForm {...owner} action={paths.meErase}>
        <button type="submit" class="danger">
          {t.yes}
        </button>
      </OwnForm>
      <p>
        <a href={href(locale, paths.me)}>{t.no}</a>
      </p>
    </Page>
  )
}

/** What was erased. With more petitions to look through, one press goes on. */
export function ErasedPage({ plan, next, ...owner }: ErasePageProps) {
  const { locale } = owner
  const t = textsOf(locale).resident.erasure
  return (
    <Page styles={['forms']} locale={locale} path={paths.me} title={t.doneTitle} noindex>
      <h1>{t.doneTitle}</h1>
      <p>{isNothing(plan.now) ? t.doneNothing : t.doneText}</p>
      <Going locale={locale} plan={plan} />
      {plan.now.names.length > 0 && <p>{t.doneSoon}</p>}
      <Staying locale={locale} plan={plan} />
      {next === undefined ? (
        <p class="flash">{t.doneClosed}</p>
      ) : (
        <OwnForm {...owner} action={paths.meErase} fields={{ after: next }}>
          <p>{t.unfinished}</p>
          <button type="submit">{t.goOn}</button>
        </OwnForm>
      )}
    </Page>
  )
}
