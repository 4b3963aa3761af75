import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { FieldError } from '../../web/components/error-summary'
import { formBody } from '../http/body'
import { fieldErrors } from '../http/field-errors'
import { problemOf } from '../http/problem'
import type { Session } from './session'

/** Two texts of the greatest length allowed, every letter of them six bytes of a form. */
export const DESK_FORM_BYTES = 512 * 1024

/**
 * The fields of a form of the desk, without its proof that the desk itself showed it.
 * @throws DomainError `csrf` without that proof
 */
export async function formWithCsrf(c: Context, session: Session): Promise<Record<string, string>> {
  const { csrf = '', ...values } = await formBody(
    c.req.raw,
    z.record(z.string(), z.string()),
    DESK_FORM_BYTES,
  )
  if (!sameCsrf(csrf, session.csrf)) throw new DomainError('csrf')
  c.set(SENT, values)
  return values
}

/** Where the fields of a form that the desk has read stay: its body can be read once. */
const SENT = 'sent-form'

/** The fields that `formWithCsrf` has read for this request; undefined before. */
export function sentForm(c: Context): Readonly<Record<string, string>> | undefined {
  return c.get(SENT)
}

/** Whether a form was shown within a session; takes the same time wherever they differ. */
export function sameCsrf(given = '', expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Fields that fit an action's schema. @throws DomainError `invalid-body` */
export function checkedForm<S extends z.ZodType>(
  schema: S,
  values: Readonly<Record<string, string>>,
): z.output<S> {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  throw new DomainError('invalid-body', { fields: fieldErrors(result.error) })
}

/** The form's fields as the JSON API would get them: an empty field is none. */
export function filledIn(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
}

/** Who works at the desk, as its pages show it. */
export function worker({ member, csrf }: Session) {
  return { name: member.name, csrf, grants: member.grants }
}

/** What a form says of an error: each field's words, or the refusal as a whole. */
export function formErrors(error: unknown, locale: Locale): FieldError[] {
  const problem = problemOf(error, locale)
  if (!problem.errors) return [{ field: '', message: problem.detail }]
  return problem.errors.map(({ field, code, message }) => ({ field, message: message ?? code }))
}
