import type { DeliveryFailure } from '../../shared/procedure/notice'

/** Nobody holds the role that a notice is for, and nobody stands in for it. */
export class NobodyToReceive extends Error {
  override readonly name = 'NobodyToReceive'
}

/** Names of errors with which mail systems refuse an address for good: nodemailer's, and those of SES. */
const REFUSED = ['EENVELOPE', 'MessageRejected', 'BadRequestException']

/** Why an attempt at a mail failed, as the desk tells it; the error's own words may hold the address. */
export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof NobodyToReceive) return 'no-address'
  const { code, name, responseCode } = error as { code?: string; name?: string; responseCode?: number }
  const refused = REFUSED.includes(code ?? '') || REFUSED.includes(name ?? '') || (responseCode ?? 0) >= 500
  return refused ? 'refused' : 'unreachable'
}
