import { parseRoots } from '../shared/timestamp/roots'
import { verifyTimeStamp } from '../shared/timestamp/verify'
import type { VerifyStamp } from './tools'

/** Checks time stamps that lead to these roots, by whatever WebCrypto there is. */
export function stampsBy(rootsPem: string): VerifyStamp {
  const roots = parseRoots(rootsPem)
  return (response, data) => verifyTimeStamp(response, { data, roots })
}
