import { ABOUT_MAX } from '../../../shared/community/front'
import type { Host } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { ErrorSummary, type FieldError } from '../error-summary'
import { describedBy, Field } from '../field'

interface FormProps {
  readonly locale: Locale
  readonly csrf: string
  readonly host: Host
  readonly errors: readonly FieldError[]
}

interface FrontFormProps extends FormProps {
  /** What was typed into a form that is shown again; without it the form shows what stands. */
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** The form of an organisation's front, but for its logo. */
export function FrontFormFields({ locale, csrf, host, values, errors }: FrontFormProps) {
  const { hostDesk: t, forms, site } = textsOf(locale)
  const { front } = host
  const standing: Readonly<Record<string, string | undefined>> = values ?? {
    aboutUk: front?.about?.uk,
    aboutEn: front?.about?.en,
    site: front?.site,
    ...front?.colours,
  }
  const field = (name: string) => {
    const error = errors.find((one) => one.field === name)?.message
    const value = standing[name]
    return { name, optional: site.optional, ...(value !== undefined && { value }), ...(error && { error }) }
  }
  return (
    <form method="post" action={href(locale, paths.deskHost(host.id))} novalidate>
      <h2>{t.form}</h2>
      <ErrorSummary title={forms.errorSummary} errors={errors} />
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="version" value={String(front?.version ?? 0)} />
      <Field {...field('aboutUk')} label={t.aboutUk} hint={t.aboutHint} rows={6} maxlength={ABOUT_MAX} />
      <Field {...field('aboutEn')} label={t.aboutEn} hint={t.aboutHint} rows={6} maxlength={ABOUT_MAX} />
      <Field {...field('site')} label={t.site} hint={t.siteHint} type="url" maxlength={300} />
      <Field {...field('background')} label={t.background} hint={t.colourHint} maxlength={7} />
      <Field {...field('accent')} label={t.accent} hint={t.colourHint} maxlength={7} />
      <p class="meta">{t.fixed}</p>
      <button type="submit">{t.save}</button>
    </form>
  )
}

/** A key of the words about files that are no logo. */
export type LogoFault = keyof ReturnType<typeof textsOf>['hostDesk']['logoErrors']

interface LogoFormProps extends Omit<FormProps, 'errors'> {
  readonly fault?: LogoFault | undefined
}

/** Uploading a logo, and taking it away. */
export function LogoForm({ locale, csrf, host, fault }: LogoFormProps) {
  const { hostDesk: t, forms } = textsOf(locale)
  const error = fault && t.logoErrors[fault]
  const errors = error ? [{ field: 'logo', message: error }] : []
  const logo = host.front?.logo
  return (
    <form method="post" action={href(locale, paths.deskHostLogo(host.id))} enctype="multipart/form-data">
      <h2>{t.logo}</h2>
      <ErrorSummary title={forms.errorSummary} errors={errors} />
      <input type="hidden" name="csrf" value={csrf} />
      {!logo && <p>{t.noLogo}</p>}
      <Field name="logo" label={t.logoFile} hint={t.logoHint} {...(error && { error })}>
        <input
          id="logo"
          name="logo"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={describedBy('logo', t.logoHint)}
          aria-invalid={error ? 'true' : undefined}
        />
      </Field>
      <div class="actions">
        <button type="submit">{t.upload}</button>
        {logo && (
          <button class="quiet" type="submit" name="remove" value="yes">
            {t.removeLogo}
          </button>
        )}
      </div>
    </form>
  )
}
