import * as z from 'zod'
import { LIMITS } from '../http/limits'
import { type NameFault, namePartFault, normalizeNamePart, scriptOf } from './name-part'
import type { PersonName } from './person-name'

/** Longer input is refused before anything is done with it. */
const RAW_MAX = 4 * LIMITS.namePart.max

const part = (description: string) =>
  z
    .string()
    .max(RAW_MAX, { error: 'too-long' satisfies NameFault, abort: true })
    .overwrite(normalizeNamePart)
    .check((ctx) => {
      const fault = namePartFault(ctx.value)
      if (fault) ctx.issues.push({ code: 'custom', message: fault, input: ctx.value })
    })
    .meta({ description, minLength: LIMITS.namePart.min, maxLength: LIMITS.namePart.max })

/**
 * A person as a client sends one: each part 1–60 letters of one script (with ’ - . and spaces inside),
 * all parts in the same script, so that no look-alike letters slip in. Item 3 asks for surname, name, patronymic.
 */
export const personSchema = z
  .strictObject({
    surname: part('Прізвище'),
    givenName: part('Власне ім’я'),
    patronymic: part('По батькові, якщо є').optional(),
  })
  .check((ctx) => {
    const script = scriptOf(ctx.value.surname)
    for (const field of ['givenName', 'patronymic'] as const) {
      const value = ctx.value[field]
      if (value === undefined || scriptOf(value) === script) continue
      ctx.issues.push({ code: 'custom', message: 'mixed-scripts', path: [field], input: value })
    }
  })

/** The parsed person without absent parts. */
export function personName(person: z.output<typeof personSchema>): PersonName {
  const { surname, givenName, patronymic } = person
  return patronymic === undefined ? { surname, givenName } : { surname, givenName, patronymic }
}
