import { type Draft, draftIn } from '../../../shared/draft/draft'
import { isStep, type Step } from '../../../shared/draft/steps'
import { withoutInvisible } from '../../../shared/http/plain-text'

/** A step's form as it was sent. */
export interface SentForm {
  readonly draft: Draft
  /** The step whose form it is. */
  readonly step: Step
  /** The button: on to what follows, to another step as things are, to the file, or to be sent without a script. */
  readonly go: 'next' | 'file' | 'send' | Step
  /** Where going on leads when something is being changed: back to the preview. */
  readonly back: boolean
  /** Advice that the author has been shown. */
  readonly seen: readonly string[]
}

const GO = ['next', 'file', 'send'] as const

/** What cannot be read as a step or a button begins with the first and goes on: the draft is what counts. */
export function sentForm(form: Readonly<Record<string, string>>): SentForm {
  const visible = Object.entries(form).map(([name, value]) => [name, withoutInvisible(value)])
  const go = [...GO].find((known) => known === form.go) ?? (isStep(form.go) ? form.go : 'next')
  return {
    draft: draftIn(Object.fromEntries(visible)),
    step: isStep(form.step) ? form.step : 'idea',
    go,
    back: form.back === 'preview',
    seen: (form.seen ?? '').split(' ').filter(Boolean).slice(0, 50),
  }
}
