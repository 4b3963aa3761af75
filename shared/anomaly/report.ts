import * as z from 'zod'
import { IDENTITIES } from '../community/settings'

/** How much a finding asks for a person's eyes: at once, when there is time, not at all. */
export const ANOMALY_LEVELS = ['alarm', 'look', 'quiet'] as const
export type AnomalyLevel = (typeof ANOMALY_LEVELS)[number]

/** What joins the signatures of a group. */
export const GROUP_KINDS = [
  'shared-networks',
  'address',
  'network',
  'disposable-domain',
  'random-domain',
  'domain',
  'list-run',
  'same-name',
  'near-name',
  'foreign-letters',
  'one-family',
  'unlikely-name',
] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** What is odd about a group beside what joins it. */
export const SIGNS = [
  'together',
  'regular',
  'night',
  'alphabetical',
  'names',
  'disposable-domain',
  'random-domain',
  'random-address',
  'unlikely-name',
  'fast',
  'one-domain',
] as const
export type Sign = (typeof SIGNS)[number]

const level = z.enum(ANOMALY_LEVELS)
const count = z.number().int().min(0)
const instant = z.iso.datetime()

const signSeen = z.object({
  sign: z.enum(SIGNS),
  /** Signatures of the group that bear it. */
  signatures: count,
})
export type SignSeen = z.infer<typeof signSeen>

const group = z.object({
  kind: z.enum(GROUP_KINDS),
  level,
  /** Signatures that belong to it and stood when it was found. */
  size: count,
  /** Distinct addresses, domains or names in it, as its kind has them. */
  parts: count,
  from: instant,
  to: instant,
  /** The most of them within one hour. */
  hourly: count,
  signs: z.array(signSeen),
  /** Of these, how many are also in a group of another kind. */
  overlaps: z.array(z.object({ kind: z.enum(GROUP_KINDS), signatures: count })),
  /** The domain or the names that it is about, where they can be told; at most five. */
  labels: z.array(z.string()),
  /** Indices that an annulment would be about, as ranges; of a repeated name all but the first. */
  targets: z.array(z.tuple([count, count])),
  /** There are more than `targets` tell. */
  cut: z.boolean(),
})
export type Group = z.infer<typeof group>

const share = z.object({
  size: count,
  hourly: count,
  from: instant,
  to: instant,
  level,
})
export type Share = z.infer<typeof share>

const domainShare = z.object({
  size: count,
  /** Absent where it is none of the well-known ones: nobody can tell it then. */
  name: z.string().optional(),
  mark: z.enum(['disposable-domain', 'random-domain']).optional(),
  level,
})
export type DomainShare = z.infer<typeof domainShare>

const burst = z.object({
  from: instant,
  to: instant,
  signatures: count,
  /** What so many hours or minutes usually bring. */
  usual: z.number(),
  unit: z.enum(['hours', 'minute']),
  /** Of them, how many are in groups to be checked. */
  grouped: count,
})
export type Burst = z.infer<typeof burst>

export const anomalyReport = z.object({
  version: z.literal(1),
  madeAt: instant,
  /** Entries of the log when it was made. */
  size: count,
  /** Signatures looked at: those that stood. */
  signatures: count,
  annulled: count,
  /** Only so many of them were looked at, chosen by chance. */
  sampled: z.boolean(),
  level,
  levels: z.object(Object.fromEntries(IDENTITIES.map((one) => [one, count])) as Record<string, typeof count>),
  pace: z.object({
    /** Hours in one period. */
    step: z.number().int(),
    from: instant,
    counts: z.array(count),
    usual: z.array(z.number()),
    bursts: z.array(burst),
  }),
  networks: z.object({
    /** Signatures of which it was noted where they came from. */
    noted: count,
    distinct: count,
    shared: z.object({ least: count, addresses: count, signatures: count }),
    top: z.array(share),
  }),
  domains: z.object({ distinct: count, top: z.array(domainShare), disposable: count, random: count }),
  names: z.object({ pairs: count }),
  /** Groups to be checked, the most serious first. */
  groups: z.array(group),
  /** Distinct signatures in groups of level `alarm`, and in any. */
  inAlarms: count,
  inGroups: count,
})
export type AnomalyReport = z.infer<typeof anomalyReport>
