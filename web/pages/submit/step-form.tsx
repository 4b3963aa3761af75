import type { Child } from 'hono/jsx'
import { ADVICE } from '../../../shared/draft/advice'
import { DRAFT_FIELDS, type Draft, type DraftField } from '../../../shared/draft/draft'
import { STEP_FIELDS, stepsBefore } from '../../../shared/draft/steps'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import type { StepProps } from '../submit'
import { adviceIn } from './words'

/**
 * A step's form. It carries the whole draft, what the step does not show in hidden fields, so that no step needs a
 * memory on the server and the browser’s way back loses nothing.
 */
export function StepForm({ children, ...props }: StepProps & { readonly children?: Child }) {
  const { locale, community, host, step, draft, back, advice } = props
  const t = textsOf(locale).submit
  const before = stepsBefore(step).at(-1)
  return (
    <viche-submit
      data-step={step}
      data-draft={`viche-draft-${community.id}-${host.id}`}
      data-locale={locale}
      {...draftWords(locale)}
    >
      <form
        method="post"
        action={href(locale, paths.submit(community.id, host.id))}
        enctype="multipart/form-data"
        novalidate
      >
        <DraftOffer {...props} />
        {children}
        <Advice {...props} />
        <Hidden draft={draft} shown={STEP_FIELDS[step]} />
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="seen" value={advice.join(' ')} />
        {back && <input type="hidden" name="back" value="preview" />}
        <div class="actions">
          <button type="submit" name="go" value="next">
            {back ? t.toPreview : t.next}
          </button>
          {before && (
            <button class="plain" type="submit" name="go" value={before}>
              {t.previous}
            </button>
          )}
        </div>
        {step !== 'idea' && <Later {...props} />}
      </form>
    </viche-submit>
  )
}

/** The fields of a draft that a form does not show. */
export function Hidden({
  draft,
  shown = [],
}: {
  readonly draft: Draft
  readonly shown?: readonly DraftField[]
}) {
  const hidden = DRAFT_FIELDS.filter((field) => !shown.includes(field))
  return (
    <>
      {hidden.map((field) => (
        <input type="hidden" name={field} value={draft[field] ?? ''} />
      ))}
    </>
  )
}

/** What might be mended before a person reads it; a script keeps it while the author types. */
function Advice({ locale, step, advice, stopped }: StepProps) {
  if (step !== 'idea' && step !== 'text') return null
  const t = textsOf(locale).submit
  const field = step === 'idea' ? 'title' : 'text'
  const codes = (Object.keys(ADVICE) as (keyof typeof ADVICE)[]).filter((code) => ADVICE[code] === field)
  return (
    <div aria-live="polite">
      <section class="note" data-advice hidden={advice.length === 0} tabindex={-1} autofocus={stopped}>
        <h2>{t.adviceTitle}</h2>
        <ul>
          {codes.map((code) => (
            <li data-code={code} hidden={!advice.includes(code)}>
              {adviceIn(locale, code)}
            </li>
          ))}
        </ul>
        <p>{t.adviceFree}</p>
      </section>
    </div>
  )
}

/** A draft that this device keeps: a script shows it and offers what may be done with it. */
function DraftOffer({ locale }: StepProps) {
  const t = textsOf(locale).submit
  return (
    <section class="flash" data-offer hidden tabindex={-1}>
      <h2>{t.draftFound}</h2>
      <p data-found role="status"></p>
      <div class="actions">
        <button type="button" data-take>
          {t.draftTake}
        </button>
        <button class="plain" type="button" data-discard>
          {t.draftDiscard}
        </button>
      </div>
    </section>
  )
}

/** How to go on another time: on this device by itself, elsewhere with a file. */
function Later({ locale }: StepProps) {
  const t = textsOf(locale).submit
  return (
    <details>
      <summary>{t.later}</summary>
      <p data-kept hidden>
        {t.laterKept}
      </p>
      <p>{t.laterFile}</p>
      <button class="quiet" type="submit" name="go" value="file">
        {t.laterSave}
      </button>
    </details>
  )
}

/** What the script says, as attributes of its element. */
function draftWords(locale: StepProps['locale']): Record<`data-${string}`, string> {
  const t = textsOf(locale).submit
  return {
    'data-found-words': t.draftOf('{title}', '{when}'),
    'data-sent-words': t.draftSent('{title}', '{when}'),
    'data-untitled': t.draftUntitled,
    'data-erased': t.draftErased,
    'data-undo': t.draftUndo,
    'data-elsewhere': t.draftElsewhere,
    'data-left': t.charactersLeft('{n}'),
    'data-over': t.charactersOver('{n}'),
  }
}
