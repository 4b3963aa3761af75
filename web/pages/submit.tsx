import type { Community, Host } from '../../shared/community/settings'
import { LIMITS } from '../../shared/http/limits'
import type { Locale } from '../../shared/locale'
import { paths } from '../addresses'
import { assets } from '../assets'
import { ErrorSummary } from '../components/error-summary'
import { Field } from '../components/field'
import { Check, formWords, Honeypot, MailSent, NeedsScript, NoticeRead } from '../components/form-parts'
import { Page } from '../components/page'
import { PersonFields } from '../components/person-fields'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { signaturesIn, termIn } from '../texts/speech'

export interface SubmitPageProps {
  readonly locale: Locale
  readonly community: Community
  readonly host: Pick<Host, 'id' | 'kind' | 'name'>
}

export function SubmitPage({ locale, community, host }: SubmitPageProps) {
  const { submit: t } = textsOf(locale).forms
  const path = paths.submit(community.id, host.id)
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={path}
      title={t.titleFor(community.name[locale])}
      scripts={['submit']}
    >
      <h1>{t.title}</h1>
      <p class="lead">
        {t.to}: {community.council[locale]}.{host.kind === 'ngo' && ` ${t.host}: ${host.name[locale]}.`}
      </p>
      <p>
        {t.terms(
          signaturesIn(locale, community.settings.threshold),
          termIn(locale, community.settings.collection),
        )}
      </p>
      <section class="note">
        <h2>{t.rulesTitle}</h2>
        <ul>
          {Object.values(t.rules).map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </section>
      <SubmitForm locale={locale} community={community} host={host} />
    </Page>
  )
}

function SubmitForm({ locale, community, host }: SubmitPageProps) {
  const { forms } = textsOf(locale)
  const t = forms.submit
  return (
    <viche-submit-form
      {...formWords(locale)}
      data-community={community.id}
      data-host={host.id}
      data-worker={assets.worker}
      data-locale={locale}
    >
      {/* Sent by its script alone; should it ever go without, nothing of it stands in an address. */}
      <form method="post">
        <NeedsScript locale={locale} />
        <ErrorSummary title={forms.errorSummary} errors={[]} />
        <PetitionFields locale={locale} />
        <h2>{t.authorPart}</h2>
        <PersonFields locale={locale} prefix="author" />
        <Field
          name="author.email"
          label={forms.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          maxlength={LIMITS.email.max}
          required
        />
        <Honeypot locale={locale} />
        <NoticeRead locale={locale} text={forms.submitNotice} />
        <button type="submit">{t.button}</button>
        <p class="working" role="status"></p>
        <p class="meta">
          {t.draft}{' '}
          <button class="plain" type="button" data-discard>
            {t.draftDiscard}
          </button>
        </p>
      </form>
      <MailSent title={t.doneTitle} text={t.doneText} next={t.doneNext} spam={t.doneSpam} />
    </viche-submit-form>
  )
}

function PetitionFields({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).forms.submit
  const { title, text } = LIMITS
  return (
    <>
      <h2>{t.petitionPart}</h2>
      <Field
        name="title"
        label={t.petitionTitle}
        hint={t.petitionTitleHint}
        minlength={title.min}
        maxlength={title.max}
        required
      />
      <Counter locale={locale} of="title" max={title.max} />
      <Field
        name="text"
        label={t.petitionText}
        hint={t.petitionTextHint}
        minlength={text.min}
        maxlength={text.max}
        rows={12}
        required
      />
      <Counter locale={locale} of="text" max={text.max} />
      <Check name="wantsHearing" label={t.wantsHearing} hint={t.wantsHearingHint} />
    </>
  )
}

/** Characters written so far; a script keeps it. */
function Counter({
  locale,
  of,
  max,
}: {
  readonly locale: Locale
  readonly of: string
  readonly max: number
}) {
  const t = textsOf(locale).forms.submit
  return (
    <p class="hint" data-counter={of} data-words={t.charactersOf('{n}', formatNumber(locale, max))}>
      {t.charactersOf('0', formatNumber(locale, max))}
    </p>
  )
}
