import * as z from 'zod'
import { emailAddress } from '../signing/email-address'

/** A petition as its author may name it: the address of its page, or the id alone. */
const petition = z
  .string({ error: 'missing' })
  .max(2048)
  .transform((typed, ctx) => {
    const id = idIn(typed.trim())
    if (id !== undefined) return id.toLowerCase()
    ctx.issues.push({
      code: 'custom',
      message: typed.trim() === '' ? 'missing' : 'wrong-format',
      input: typed,
    })
    return z.NEVER
  })

/** Of an address of the petition, or alone. */
function idIn(typed: string): string | undefined {
  const [, named] = /\/petitions\/([0-9a-z]{1,32})(?![0-9a-z])/i.exec(typed) ?? []
  return named ?? (/^[0-9a-z]{1,32}$/i.test(typed) ? typed : undefined)
}

/** The form that asks for a fresh link to the author's page. */
export const authorLinkForm = z.strictObject({ petition, email: emailAddress })
