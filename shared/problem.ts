/** Stable codes of everything a client may be refused for; their words are in `functions/http`. */
export type ProblemCode =
  | 'invalid-body'
  | 'invalid-query'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'not-found'
  | 'method-not-allowed'
  | 'petition-not-found'
  | 'community-not-found'
  | 'host-not-found'
  | 'signature-not-found'
  | 'names-erased'
  | 'host-not-for-community'
  | 'challenge-failed'
  | 'challenge-used'
  | 'challenge-expired'
  | 'too-fast'
  | 'disposable-address'
  | 'human-check-failed'
  | 'too-many-requests'
  | 'network-busy'
  | 'domain-busy'
  | 'petition-busy'
  | 'token-invalid'
  | 'token-expired'
  | 'collection-ended'
  | 'petition-not-open'
  | 'petition-withdrawn'
  | 'identity-not-accepted'
  | 'wrong-status'
  | 'already-done'
  | 'hearing-not-asked'
  | 'due-not-later'
  | 'preview-changed'
  | 'annulment-incomplete'
  | 'conflict'
  | 'own-role'
  | 'role-elsewhere'
  | 'acted-meanwhile'
  | 'notice-busy'
  | 'sign-in-required'
  | 'reauthentication-required'
  | 'passkey-refused'
  | 'passkey-too-late'
  | 'passkey-known'
  | 'too-many-passkeys'
  | 'last-passkey'
  | 'invitation-lapsed'
  | 'recovery-needed'
  | 'forbidden'
  | 'csrf'
  | 'key-required'
  | 'key-scope'
  | 'too-many-keys'
  | 'too-many-receivers'
  | 'unavailable'

export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message?: string
  /** What the words are about, e.g. the numbers that are wrong. */
  readonly value?: string
}

/** A refusal that a rule of the product demands. Nothing was written. */
export class DomainError extends Error {
  readonly code: ProblemCode
  readonly fields: readonly FieldError[]
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
  /** How whoever asks may show who they are (RFC 9110, WWW-Authenticate). */
  readonly challenge?: string

  constructor(
    code: ProblemCode,
    options: {
      fields?: readonly FieldError[]
      retryAfter?: number
      challenge?: string
      detail?: string
    } = {},
  ) {
    super(options.detail ?? code)
    this.name = 'DomainError'
    this.code = code
    this.fields = options.fields ?? []
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter
    if (options.challenge !== undefined) this.challenge = options.challenge
  }
}
