import * as z from 'zod'
import { emailAddress } from '../signing/email-address'
import { ROLES } from '../staff/staff-member'
import { lineSchema } from './plain-text'

/** The form of a person who is given a role. */
export const grantForm = z.strictObject({
  name: lineSchema({ min: 2, max: 120 }),
  email: emailAddress,
  role: z.enum(ROLES),
})

/** Taking a role away, or giving it back. */
export const memberRoleForm = z.strictObject({
  member: z.string().min(1).max(64),
  role: grantForm.shape.role,
})

/** A colleague who may have another key. */
export const memberForm = memberRoleForm.pick({ member: true })
