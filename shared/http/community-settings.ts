import * as z from 'zod'
import type { CommunitySettings } from '../community/setting-changes'
import { emailAddress } from '../signing/email-address'
import { lineSchema } from './plain-text'

const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,7}$/, 'wrong-format')
    .transform(Number)
    .pipe(z.number().min(min).max(max))

const box = z.literal('on').optional()

/**
 * The form of a community's settings. The law's own limits (L in the rule table) hold here: consideration takes at most
 * 10 working days (R13, item 12), count and dates are kept for at least 3 years (R20, item 19), and names never for
 * less.
 */
export const communitySettingsForm = z
  .strictObject({
    threshold: whole(1, 1_000_000),
    collectionCount: whole(1, 366),
    collectionUnit: z.enum(['calendar-days', 'months']),
    publicationDayCounts: box,
    consideration: whole(1, 10),
    draftDecision: whole(1, 60).optional(),
    retentionYears: whole(3, 75),
    namesKeptYears: whole(3, 75).optional(),
    sourceUk: lineSchema({ min: 3, max: 300 }),
    sourceEn: lineSchema({ min: 3, max: 300 }),
    sourceUrl: z
      .url({ protocol: /^https?$/, error: 'wrong-url' })
      .max(2048)
      .optional(),
    email: emailAddress,
    from: z.iso.date({ error: 'wrong-date' }).optional(),
    /** What the form was filled in from; another number means that somebody has saved meanwhile. */
    version: whole(0, 9_999_999),
  })
  .refine(
    ({ collectionCount, collectionUnit }) => collectionUnit === 'calendar-days' || collectionCount <= 12,
    {
      path: ['collectionCount'],
      error: 'too-big',
    },
  )
  .refine(
    ({ retentionYears, namesKeptYears }) => namesKeptYears === undefined || namesKeptYears >= retentionYears,
    {
      path: ['namesKeptYears'],
      error: 'names-before-count',
    },
  )

export type CommunitySettingsForm = z.output<typeof communitySettingsForm>

/** The settings that a form asks for; what the form does not show stays as it is. */
export function settingsIn(form: CommunitySettingsForm, present: CommunitySettings): CommunitySettings {
  const { identities } = present.settings
  const { draftDecision, namesKeptYears, sourceUrl } = form
  return {
    email: form.email,
    source: { uk: form.sourceUk, en: form.sourceEn, ...(sourceUrl !== undefined && { url: sourceUrl }) },
    settings: {
      threshold: form.threshold,
      collection: { unit: form.collectionUnit, count: form.collectionCount },
      publicationDayCounts: form.publicationDayCounts !== undefined,
      consideration: { unit: 'working-days', count: form.consideration },
      ...(draftDecision !== undefined && {
        draftDecision: { unit: 'working-days' as const, count: draftDecision },
      }),
      identities,
      retentionYears: form.retentionYears,
      ...(namesKeptYears !== undefined && { namesKeptYears }),
    },
  }
}
