import type { DraftCommand } from '../../../shared/petition/answer-draft'
import { href, paths } from '../../addresses'
import type { DeskDraftPageProps } from '../../pages/desk/draft'
import { textsOf } from '../../texts'
import { ErrorSummary } from '../error-summary'
import { Field } from '../field'
import { Hidden } from './hidden'

/** The draft's text, saved as often as one likes; asking for the sign-off saves it too. */
export function DraftForm({
  locale,
  staff,
  petition,
  steps,
  commands,
  typed,
  errors = [],
}: DeskDraftPageProps) {
  const { answerDraft: t, forms, desk } = textsOf(locale)
  const [last] = steps
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const fields = [
    { name: 'text', label: desk.fields.answer, hint: t.answerHint },
    { name: 'reasons', label: desk.fields.reasons, hint: t.reasonsHint },
  ] as const
  return (
    <form id="draft" method="post" action={href(locale, paths.deskDraft(petition.id))}>
      <h2>{t.text}</h2>
      <Hidden fields={{ csrf: staff.csrf, version: String(last?.version ?? 0) }} />
      <ErrorSummary title={forms.errorSummary} errors={errors} />
      {fields.map(({ name, label, hint }) => {
        const error = errorOf(name)
        return (
          <Field
            name={name}
            label={label}
            hint={hint}
            rows={10}
            value={typed?.[name] ?? last?.[name] ?? ''}
            {...(error && { error })}
          />
        )
      })}
      <p class="actions">
        <button type="submit" name="do" value="save" class="quiet">
          {t.save}
        </button>
        <button type="submit" name="do" value="ask">
          {commands.includes('publish') || last ? t.askAgain : t.ask}
        </button>
      </p>
    </form>
  )
}

/** Steps that need no text, or the head's note alone. */
export function DraftSteps(props: DeskDraftPageProps) {
  const { locale, commands, typed } = props
  const { answerDraft: t } = textsOf(locale)
  const error = props.errors?.find(({ field }) => field === 'note')?.message
  return (
    <>
      {commands.includes('approve') && (
        <Step
          {...props}
          command="approve"
          button={props.petition.announcement ? t.approveAndPublish : t.approve}
        />
      )}
      {commands.includes('return') && (
        <details class="action" open={error !== undefined}>
          <summary>{t.return}</summary>
          <Step {...props} command="return" button={t.returnButton} quiet>
            <Field
              name="note"
              label={t.note}
              hint={t.noteHint}
              rows={4}
              required
              value={typed?.note ?? ''}
              {...(error && { error })}
            />
          </Step>
        </details>
      )}
      {commands.includes('publish') && <Step {...props} command="publish" button={t.publish} />}
      {commands.includes('take-back') && (
        <details class="action">
          <summary>{t.takeBack}</summary>
          <p>{t.takeBackHint}</p>
          <Step {...props} command="take-back" button={t.takeBack} quiet />
        </details>
      )}
      {commands.length === 0 && !props.petition.answer && <p>{t.nothing}</p>}
    </>
  )
}

interface StepProps extends DeskDraftPageProps {
  readonly command: DraftCommand['type']
  readonly button: string
  readonly quiet?: boolean
  readonly children?: unknown
}

function Step({ locale, staff, petition, steps, command, button, quiet, children }: StepProps) {
  return (
    <form method="post" action={href(locale, paths.deskDraft(petition.id))}>
      <Hidden fields={{ csrf: staff.csrf, version: String(steps[0]?.version ?? 0) }} />
      {children as never}
      <button type="submit" name="do" value={command} class={quiet ? 'quiet' : undefined}>
        {button}
      </button>
    </form>
  )
}
