import { LIMITS } from '../../../shared/http/limits'
import { Field } from '../../components/field'
import { NoticeRead } from '../../components/form-parts'
import { PersonFields } from '../../components/person-fields'
import { textsOf } from '../../texts'
import type { StepProps } from '../submit'
import { StepForm } from './step-form'
import { errorOf } from './words'

/** Fourth: who submits it (R1, item 3), after a word on what is published of them. */
export function AuthorStep(props: StepProps) {
  const { locale, draft, errors, similar } = props
  const { submit: t, forms } = textsOf(locale)
  return (
    <StepForm {...props}>
      {similar && similar.length === 0 && <p class="flash">{t.similarNone}</p>}
      <p>{t.authorLead}</p>
      <PersonFields locale={locale} prefix="author" values={draft} errors={errors} />
      <Field
        name="author.email"
        label={forms.email}
        hint={t.emailHint}
        type="email"
        autocomplete="email"
        value={draft['author.email'] ?? ''}
        maxlength={LIMITS.email.max}
        {...errorOf(errors, 'author.email')}
      />
      <NoticeRead
        locale={locale}
        text={forms.submitNotice}
        checked={draft.noticeRead !== undefined}
        {...errorOf(errors, 'noticeRead')}
      />
    </StepForm>
  )
}
