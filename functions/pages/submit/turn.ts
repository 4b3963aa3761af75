import { ADVICE, type AdviceCode, adviceOn } from '../../../shared/draft/advice'
import { bodyOf, type Draft } from '../../../shared/draft/draft'
import { STEP_SCHEMAS, type Step, stepAfter, stepsBefore } from '../../../shared/draft/steps'
import type { FieldError } from '../../../shared/problem'
import { fieldErrors } from '../../http/field-errors'
import type { SentForm } from './form'

/** Where an author finds themselves after a press. */
export interface Turn {
  readonly step: Step
  readonly errors: readonly FieldError[]
  /** Advice that is to be read before going on; the same press goes on. */
  readonly advice: readonly AdviceCode[]
}

/**
 * The step that follows. One with a fault is shown again, and so is the first unfinished step before the one that
 * was wanted; advice holds a step up once.
 */
export function turnOf({ step, go, draft, back, seen }: SentForm): Turn {
  if (go !== 'next' && go !== 'send' && go !== 'file') return unfinishedBefore(go, draft) ?? at(go)
  const errors = faultsOf(step, draft)
  if (errors.length > 0) return { ...at(step), errors }
  const advice = adviceFor(step, draft).filter((code) => !seen.includes(code))
  if (go === 'next' && advice.length > 0) return { ...at(step), advice }
  const next = back ? 'preview' : stepAfter(step)
  return unfinishedBefore(next, draft) ?? at(next)
}

/** What R1 finds wrong with one step. */
export function faultsOf(step: Step, draft: Draft): FieldError[] {
  const result = STEP_SCHEMAS[step].safeParse(bodyOf(draft))
  return result.success ? [] : fieldErrors(result.error).flatMap((error) => inFields(error))
}

/** Advice on what a step asks for. */
export function adviceFor(step: Step, draft: Draft): AdviceCode[] {
  const field = step === 'idea' ? 'title' : 'text'
  return step === 'idea' || step === 'text' ? adviceOn(draft).filter((code) => ADVICE[code] === field) : []
}

function at(step: Step): Turn {
  return { step, errors: [], advice: [] }
}

/** The first step before `step` that is not finished; going back always works. */
function unfinishedBefore(step: Step, draft: Draft): Turn | undefined {
  for (const earlier of stepsBefore(step)) {
    const errors = faultsOf(earlier, draft)
    if (errors.length > 0) return { ...at(earlier), errors }
  }
  return undefined
}

/** An author who is missing altogether lacks each part. */
function inFields(error: FieldError): FieldError[] {
  if (error.field !== 'author') return [error]
  return ['surname', 'givenName', 'email'].map((part) => ({ ...error, field: `author.${part}` }))
}
