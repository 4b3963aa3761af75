import { LIMITS } from '../../../shared/http/limits'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { Field } from '../field'
import { Honeypot, NoticeRead } from '../form-parts'
import { PersonFields } from '../person-fields'

/** What everybody who signs fills in (item 8.2), on the site and in the frame: name, address, that the notice was read. */
export function SigningFields({ locale }: { readonly locale: Locale }) {
  const { forms } = textsOf(locale)
  return (
    <>
      <PersonFields locale={locale} prefix="person" />
      <Field
        name="email"
        label={forms.email}
        hint={forms.sign.emailHint}
        type="email"
        autocomplete="email"
        maxlength={LIMITS.email.max}
        required
      />
      <Honeypot locale={locale} />
      <NoticeRead locale={locale} text={forms.signNotice} />
      <button type="submit">{forms.sign.button}</button>
      <p class="working" role="status"></p>
    </>
  )
}
