import * as openid from 'openid-client'
import { IdentityFailure, type IdentityFailureReason } from '../../../shared/identity/failure'

/** Errors of the authorization endpoint (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6) by which a person turned back. */
const TURNED_BACK = ['access_denied', 'login_required', 'interaction_required', 'consent_required']

/** The library's codes for an answer that proves nothing. */
const UNTRUSTED = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_UNSUPPORTED_OPERATION',
]

/** What went wrong with a provider, by an error of `openid-client`. */
export function failureOf(error: unknown): IdentityFailure {
  return error instanceof IdentityFailure ? error : new IdentityFailure(reasonOf(error), { cause: error })
}

function reasonOf(error: unknown): IdentityFailureReason {
  if (error instanceof openid.AuthorizationResponseError) {
    return TURNED_BACK.includes(error.error) ? 'cancelled' : 'unavailable'
  }
  if (error instanceof openid.ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'expired' : 'unavailable'
  }
  const code = error instanceof openid.ClientError ? error.code : undefined
  return code !== undefined && UNTRUSTED.includes(code) ? 'untrusted' : 'unavailable'
}
