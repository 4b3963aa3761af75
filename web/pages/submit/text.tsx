import { LIMITS } from '../../../shared/http/limits'
import { Field } from '../../components/field'
import { Check } from '../../components/form-parts'
import { textsOf } from '../../texts'
import type { StepProps } from '../submit'
import { Counter } from './counter'
import { StepForm } from './step-form'
import { errorOf } from './words'

/** Second: the essence (R1, item 3), with what the law forbids and what helps a petition. */
export function TextStep(props: StepProps) {
  const { locale, draft, errors } = props
  const t = textsOf(locale).submit
  return (
    <StepForm {...props}>
      <blockquote class="title" dir="auto">
        {draft.title}
      </blockquote>
      <Field
        name="text"
        label={t.petitionText}
        hint={t.petitionTextHint}
        value={draft.text ?? ''}
        rows={14}
        {...errorOf(errors, 'text')}
      />
      <Counter locale={locale} of="text" value={draft.text} max={LIMITS.text.max} />
      <details>
        <summary>{t.helpTitle}</summary>
        <ul>
          {Object.values(t.helpParts).map((part) => (
            <li>{part}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t.forbiddenTitle}</summary>
        <p>{t.forbidden}</p>
        <p>{t.forbiddenWho}</p>
      </details>
      <Check
        name="wantsHearing"
        label={t.wantsHearing}
        hint={t.wantsHearingHint}
        checked={draft.wantsHearing !== undefined}
      />
    </StepForm>
  )
}
