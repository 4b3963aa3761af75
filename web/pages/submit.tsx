import type { Community, Host } from '../../shared/community/settings'
import type { AdviceCode } from '../../shared/draft/advice'
import type { Draft } from '../../shared/draft/draft'
import { STEPS, type Step } from '../../shared/draft/steps'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary, PetitionView } from '../../shared/petition/view'
import { paths } from '../addresses'
import { ErrorSummary, type FieldError } from '../components/error-summary'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { AuthorStep } from './submit/author'
import { IdeaStep } from './submit/idea'
import { PreviewStep } from './submit/preview'
import { SimilarStep } from './submit/similar'
import { TextStep } from './submit/text'
import { faultIn } from './submit/words'

export interface SubmitPageProps {
  readonly locale: Locale
  readonly community: Community
  readonly host: Host
  readonly step: Step
  /** As typed; what the step does not show travels on in hidden fields. */
  readonly draft: Draft
  readonly errors?: readonly (FieldError & { readonly code?: string })[]
  readonly advice?: readonly AdviceCode[]
  /** The advice holds the author up, once. */
  readonly stopped?: boolean
  /** Something is being changed: the next press leads to the preview. */
  readonly back?: boolean | undefined
  /** For the step that shows them; on the author's, an empty list says that none were found. */
  readonly similar?: readonly PetitionSummary[] | undefined
  /** For the last step. */
  readonly preview?: PetitionView
  /** The last button was pressed where no script could do its work. */
  readonly unsent?: boolean | undefined
}

/** What each step needs, with its errors in words. */
export interface StepProps extends SubmitPageProps {
  readonly errors: readonly FieldError[]
  readonly advice: readonly AdviceCode[]
}

const SHOWN = {
  idea: IdeaStep,
  text: TextStep,
  similar: SimilarStep,
  author: AuthorStep,
  preview: PreviewStep,
}

/** One step of submitting a petition: a form that goes on to the next, complete without scripts. */
export function SubmitPage(props: SubmitPageProps) {
  const { locale, community, host, step, advice = [] } = props
  const { submit: t, forms } = textsOf(locale)
  const errors = (props.errors ?? []).map(({ field, message, code }) => ({
    field,
    message: faultIn(locale, field, code) ?? message,
  }))
  const title = t.pageTitle(t.steps[step], community.name[locale])
  const Shown = SHOWN[step]
  return (
    <Page
      locale={locale}
      path={paths.submit(community.id, host.id)}
      title={errors.length > 0 ? t.errorTitle(title) : title}
      styles={['forms', 'submit']}
      scripts={['submit']}
      noindex={step !== 'idea'}
      wide={step === 'preview'}
    >
      <p class="over">
        {t.title} · {t.step(STEPS.indexOf(step) + 1, STEPS.length)}
      </p>
      <h1>{t.steps[step]}</h1>
      <ErrorSummary title={forms.errorSummary} errors={errors} focus={errors.length > 0} />
      <Shown {...props} errors={errors} advice={advice} />
    </Page>
  )
}
