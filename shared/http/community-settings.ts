import * as z from 'zod'
import { NAMED } from '../community/setting-changes'
import { type CommunitySettings, type ContactPerson, IDENTITIES, type Identity } from '../community/settings'
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
const name = lineSchema({ min: 2, max: 120 }).optional()

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
    byEmail: box,
    byOpenid: box,
    byIdGovUa: box,
    consideration: whole(1, 10),
    draftDecision: whole(1, 60).optional(),
    retentionYears: whole(3, 75),
    namesKeptYears: whole(3, 75).optional(),
    withdrawal: box,
    sourceUk: lineSchema({ min: 3, max: 300 }),
    sourceEn: lineSchema({ min: 3, max: 300 }),
    sourceUrl: z
      .url({ protocol: /^https?$/, error: 'wrong-url' })
      .max(2048)
      .optional(),
    answerSignOff: box,
    email: emailAddress,
    phone: lineSchema({ min: 3, max: 60 }).optional(),
    addressUk: lineSchema({ min: 3, max: 300 }).optional(),
    addressEn: lineSchema({ min: 3, max: 300 }).optional(),
    headName: name,
    secretaryName: name,
    moderationName: name,
    from: z.iso.date({ error: 'wrong-date' }).optional(),
    /** What the form was filled in from; another number means that somebody has saved meanwhile. */
    version: whole(0, 9_999_999),
  })
  .refine(({ addressUk, addressEn }) => (addressUk === undefined) === (addressEn === undefined), {
    path: ['addressEn'],
    error: 'both-languages',
  })
  .refine(
    ({ collectionCount, collectionUnit }) => collectionUnit === 'calendar-days' || collectionCount <= 12,
    {
      path: ['collectionCount'],
      error: 'too-big',
    },
  )
  .refine((form) => identitiesIn(form).length > 0, { path: ['byEmail'], error: 'no-identity' })
  .refine(
    ({ retentionYears, namesKeptYears }) => namesKeptYears === undefined || namesKeptYears >= retentionYears,
    {
      path: ['namesKeptYears'],
      error: 'names-before-count',
    },
  )

/** The field of each way to prove who signs. */
export const IDENTITY_FIELDS = {
  email: 'byEmail',
  openid: 'byOpenid',
  'id-gov-ua': 'byIdGovUa',
} as const satisfies Record<Identity, string>

export type CommunitySettingsForm = z.output<typeof communitySettingsForm>

/** The settings that a form asks for; what the form does not show stays as it is. */
export function settingsIn(form: CommunitySettingsForm, present: CommunitySettings): CommunitySettings {
  const { draftDecision, namesKeptYears, sourceUrl, phone, addressUk, addressEn } = form
  const people = peopleIn(form, present)
  return {
    email: form.email,
    ...(phone !== undefined && { phone }),
    ...(addressUk !== undefined && addressEn !== undefined && { address: { uk: addressUk, en: addressEn } }),
    ...(people.length > 0 && { people }),
    answerSignOff: form.answerSignOff !== undefined,
    source: { uk: form.sourceUk, en: form.sourceEn, ...(sourceUrl !== undefined && { url: sourceUrl }) },
    settings: {
      threshold: form.threshold,
      collection: { unit: form.collectionUnit, count: form.collectionCount },
      publicationDayCounts: form.publicationDayCounts !== undefined,
      consideration: { unit: 'working-days', count: form.consideration },
      ...(draftDecision !== undefined && {
        draftDecision: { unit: 'working-days' as const, count: draftDecision },
      }),
      identities: identitiesIn(form),
      retentionYears: form.retentionYears,
      ...(namesKeptYears !== undefined && { namesKeptYears }),
      ...(form.withdrawal !== undefined && { withdrawal: 'while-collecting' as const }),
    },
  }
}

function identitiesIn(form: Partial<Record<(typeof IDENTITY_FIELDS)[Identity], unknown>>): Identity[] {
  return IDENTITIES.filter((identity) => form[IDENTITY_FIELDS[identity]] !== undefined)
}

/** Who holds which position; telephone and address of one that is named already stay. */
function peopleIn(form: CommunitySettingsForm, { people = [] }: CommunitySettings): ContactPerson[] {
  return (['headName', 'secretaryName', 'moderationName'] as const).flatMap((field) => {
    const role = NAMED[field]
    const { name: _, ...known } = people.find((one) => one.role === role) ?? { role }
    const named = form[field]
    if (named === undefined) return Object.keys(known).length > 1 ? [known] : []
    return [{ ...known, name: named }]
  })
}
