import * as z from 'zod'

const day = z.iso.date({ error: 'wrong-date' })

/** An interval that ends before it begins would make every count of days wrong. */
const interval = z
  .strictObject({ from: day, to: day.exactOptional() })
  .refine(({ from, to }) => to === undefined || from <= to, { error: 'wrong-value', path: ['to'] })

/** `PUT /api/v1/staff/calendar`: what an operator may change about working days. */
export const calendarBody = z.strictObject({
  martialLaw: z
    .array(interval)
    .max(20)
    .meta({ description: 'Law 2136-IX, Art. 6(6): days on which holidays and transfers do not apply' }),
  transfers: z
    .array(z.strictObject({ off: day, worked: day }))
    .max(200)
    .meta({ description: 'Days off that the government exchanged for working days' }),
})
