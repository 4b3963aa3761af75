import * as z from 'zod'
import { STAFF_GROUND_CODES } from '../log/annulment'
import { signerView } from '../petition/view'
import { LIMITS } from './limits'
import { textSchema } from './plain-text'
import { signatureNumbers } from './signature-numbers'

/** `POST /api/v1/staff/petitions/{id}/annul/preview`: what would be annulled, and why. */
export const annulmentDraft = z.strictObject({
  signatures: signatureNumbers,
  ground: z.enum(STAFF_GROUND_CODES),
  explanation: textSchema(LIMITS.reason)
    .optional()
    .meta({ description: 'Told to each signer, never published; name nobody in it' }),
})
export type AnnulmentDraft = z.output<typeof annulmentDraft>

/** `POST …/annul`: the same with the digest of its preview, so that what is done is what was seen. */
export const annulmentBody = annulmentDraft.extend({
  digest: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, { error: 'wrong-format' })
    .meta({ description: 'As the preview gave it' }),
})

export const annulmentPreview = z
  .object({
    signatures: z.array(signerView.pick({ index: true, name: true, date: true })),
    count: z.object({
      before: z.number().int().describe('Signatures that count now'),
      after: z.number().int().describe('Once the log has taken the annulments'),
    }),
    threshold: z.number().int(),
    fallsBelow: z.boolean().describe('The threshold was reached and no longer would be'),
    digest: z.string(),
  })
  .meta({ id: 'AnnulmentPreview' })
export type AnnulmentPreview = z.infer<typeof annulmentPreview>

/** One act of annulling as staff see it: how much of it is written, and in the log. */
export const annulmentProgress = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    by: z.string().describe('Role'),
    ground: z.enum(STAFF_GROUND_CODES),
    explanation: z.string().optional(),
    signatures: z.string().describe('Numbers on the list of signers'),
    number: z.number().int(),
    written: z
      .number()
      .int()
      .describe('Fewer than `number` after a failure: the same request again completes it'),
    inLog: z.number().int(),
  })
  .meta({ id: 'AnnulmentProgress' })
export type AnnulmentProgress = z.infer<typeof annulmentProgress>
