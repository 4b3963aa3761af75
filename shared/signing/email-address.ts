import * as z from 'zod'
import { LIMITS } from '../http/limits'

/** Trimmed, NFC, lower case: the form in which addresses are compared. */
export function normalizeEmail(raw: string): string {
  return raw.trim().normalize('NFC').toLowerCase()
}

/** An e-mail address of at most 254 characters (RFC 5321), normalised. */
export const emailAddress = z
  .string()
  .max(4 * LIMITS.email.max, { error: 'too-long', abort: true })
  .overwrite(normalizeEmail)
  .check(z.maxLength(LIMITS.email.max, { error: 'too-long', abort: true }), z.email({ error: 'wrong-email' }))
  .meta({ description: 'E-mail address', example: 'oksana@example.org' })

/** What stands after the last @ of an address. */
export function domainOf(normalized: string): string {
  return normalized.slice(normalized.lastIndexOf('@') + 1)
}
