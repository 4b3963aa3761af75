/** Lengths in characters after normalisation, ends included. */
export const LIMITS = {
  namePart: { min: 1, max: 60 },
  title: { min: 5, max: 200 },
  text: { min: 20, max: 20_000 },
  email: { max: 254 },
  search: { max: 200 },
  /** Of a petition's text, to find similar ones by. */
  similarText: { max: 1_000 },
  /** Staff texts: explanations, decisions, answers. */
  statement: { min: 1, max: 20_000 },
  reason: { min: 3, max: 2_000 },
  /** Signatures that one act annuls at most. */
  annulled: 1_000,
} as const

/** Largest request body in bytes. */
export const BODY_BYTES = 64 * 1024

/** Largest form in which a petition is written, in bytes: what is too long has to come back to be shortened. */
export const DRAFT_BYTES = 512 * 1024
