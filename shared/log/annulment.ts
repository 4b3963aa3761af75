import type { Instant } from '../calendar/day'
import type { Text } from '../procedure/rule'

/**
 * Grounds for annulling a signature, by the code that the log keeps. `item`: where the Regulation on e-petitions
 * asks for it; the last three rest on the signer's will and on a court alone. Codes never change their meaning.
 */
export const ANNULMENT_GROUNDS = {
  duplicate: {
    item: '8.2',
    uk: 'та сама особа підписала петицію двічі',
    en: 'the same person signed the petition twice',
  },
  'not-own-will': {
    item: '8.3',
    uk: 'підпис поставлено без участі особи',
    en: 'the signature was made without the person taking part',
  },
  automated: {
    item: '8.3',
    uk: 'дані підписанта внесено автоматично',
    en: 'the signer’s data were entered automatically',
  },
  'false-person': {
    item: '8.2',
    uk: 'такої особи немає або її дані неправдиві',
    en: 'there is no such person, or their data are false',
  },
  'own-request': {
    uk: 'підписант сам просив анулювати підпис',
    en: 'the signer asked for it',
  },
  'court-decision': {
    uk: 'так вирішив суд',
    en: 'a court decided so',
  },
  /** By the signer's own hand, where the council's setting lets them: never by staff. */
  'withdrawn-by-signer': {
    uk: 'відкликано підписантом',
    en: 'withdrawn by the signer',
  },
} as const satisfies Record<string, Text & { readonly item?: string }>

export type AnnulmentGround = keyof typeof ANNULMENT_GROUNDS

export const ANNULMENT_GROUND_CODES = Object.keys(ANNULMENT_GROUNDS) as [
  AnnulmentGround,
  ...AnnulmentGround[],
]

/** What a signer's own act is recorded as; staff who act for one say `own-request`. */
export const WITHDRAWN = 'withdrawn-by-signer' satisfies AnnulmentGround

/** Grounds that staff may give. */
export const STAFF_GROUND_CODES = ANNULMENT_GROUND_CODES.filter((code) => code !== WITHDRAWN) as [
  StaffGround,
  ...StaffGround[],
]
export type StaffGround = Exclude<AnnulmentGround, typeof WITHDRAWN>

/** Whether a text from outside, e.g. a row's, is the code of a ground. */
export function isAnnulmentGround(code: string): code is AnnulmentGround {
  return Object.hasOwn(ANNULMENT_GROUNDS, code)
}

/** An annulment in its place in the log. */
export interface AnnulledLeaf {
  /** Of the annulment's own entry. */
  readonly index: number
  /** Of the signature that it annuls. */
  readonly target: number
  readonly ground: AnnulmentGround
}

/** What a batch of the log annulled, as the petition has to know it. */
export interface AnnulledBatch {
  /** Entries of the log after the batch: of two batches the later has more. */
  readonly size: number
  /** Signatures less annulments after it. */
  readonly count: number
  readonly at: Instant
  readonly annulled: readonly AnnulledLeaf[]
}
