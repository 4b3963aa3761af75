import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import { STAFF_GROUND_CODES } from '../../../shared/log/annulment'
import { type Texts, textsOf } from '../../texts'
import { annulmentGroundIn } from '../../texts/speech'
import type { Option } from './choice'

interface ActionField {
  /** As the action's schema in `shared/http/staff-actions.ts` calls it. */
  readonly name: string
  readonly label: keyof Texts['desk']['fields']
  readonly kind: 'line' | 'text' | 'date' | 'url' | 'choice' | 'grounds'
  readonly rows?: number
  readonly optional?: boolean
  readonly options: (locale: Locale) => readonly Option[]
}

type Extra = Partial<Pick<ActionField, 'rows' | 'optional' | 'options'>>

/** What each action asks of the person at the desk. */
export const ACTION_FIELDS: Readonly<Record<StaffAction, readonly ActionField[]>> = {
  publish: [],
  reject: [field('ground', 'ground', 'grounds'), field('explanation', 'explanation', 'text')],
  transfer: [],
  'begin-consideration': [],
  'order-draft': [],
  extend: [
    field('dueOn', 'dueOn', 'date'),
    field('reason', 'reason', 'text', { rows: 3 }),
    field('url', 'url', 'url', { optional: true }),
  ],
  decide: [
    field('outcome', 'outcome', 'choice', { options: outcomes }),
    field('text', 'decision', 'text', { rows: 8 }),
  ],
  announce: [field('statement', 'statement', 'text', { optional: true })],
  answer: [field('text', 'answer', 'text', { rows: 8 }), field('reasons', 'reasons', 'text', { rows: 8 })],
  'register-appeal': [
    field('registrationNumber', 'registrationNumber', 'line'),
    field('term', 'term', 'choice', { options: appealTerms, optional: true }),
    field('reason', 'reason', 'text', { rows: 3, optional: true }),
  ],
  annul: [
    field('signatures', 'signatures', 'line'),
    field('ground', 'annulmentGround', 'choice', { options: annulmentGrounds }),
    field('explanation', 'signersExplanation', 'text', { rows: 3, optional: true }),
  ],
  'keep-consideration': [field('reason', 'reason', 'text', { rows: 3 })],
  'resume-collection': [field('reason', 'reason', 'text', { rows: 3 })],
  'answer-appeal': [field('text', 'appealAnswer', 'text', { rows: 8 })],
}

function field(name: string, label: ActionField['label'], kind: ActionField['kind'], extra: Extra = {}) {
  return { name, label, kind, options: () => [], ...extra }
}

function annulmentGrounds(locale: Locale): Option[] {
  const named = STAFF_GROUND_CODES.map((code) => ({
    value: code,
    label: annulmentGroundIn(locale, code),
  }))
  return [{ value: '', label: textsOf(locale).desk.fields.groundChoose }, ...named]
}

function outcomes(locale: Locale): Option[] {
  const t = textsOf(locale).petition.outcomes
  return [
    { value: '', label: '—' },
    { value: 'supported', label: t.supported },
    { value: 'not-supported', label: t['not-supported'] },
  ]
}

function appealTerms(locale: Locale): Option[] {
  const t = textsOf(locale).desk
  const named = Object.entries(t.appealTerms).map(([value, label]) => ({ value, label }))
  return [{ value: '', label: t.fields.termChoose }, ...named]
}
