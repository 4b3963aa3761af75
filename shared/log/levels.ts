import * as z from 'zod'
import { IDENTITIES, type Identity } from '../community/settings'
import type { ProviderLevel } from '../identity/identified-person'

/** How many signatures stand of each way to identify their signers but by mail; all others are by mail. */
export type ProviderCounts = Readonly<Partial<Record<ProviderLevel, number>>>

/** How many signatures stand, by how their signers were identified. */
export const levelCounts = z.object({
  email: z.number().int(),
  openid: z.number().int(),
  'id-gov-ua': z.number().int(),
})
export type LevelCounts = z.infer<typeof levelCounts>

const PROVIDERS = IDENTITIES.filter((identity): identity is ProviderLevel => identity !== 'email')
const levelFile = z.record(z.string().regex(/^\d+$/), z.enum(PROVIDERS))

/** The levels of some signatures by index; those by mail are left out. */
export type LevelsByIndex = ReadonlyMap<number, ProviderLevel>

/** What a row says of how its signer was identified; undefined for mail and for anything else. */
export function providerLevelIn(level: string | undefined): ProviderLevel | undefined {
  return PROVIDERS.find((provider) => provider === level)
}

/** Signatures that stand by level. @param count all of them */
export function countsByLevel(count: number, providers: ProviderCounts = {}): LevelCounts {
  const { openid = 0, 'id-gov-ua': idGovUa = 0 } = providers
  return { email: Math.max(0, count - openid - idGovUa), openid, 'id-gov-ua': idGovUa }
}

/** What becomes of the counts with entries that follow; undefined as long as all signatures are by mail. */
export function countsAfter(
  before: ProviderCounts | undefined,
  leaves: readonly { readonly entry: { readonly kind: string }; readonly level?: ProviderLevel }[],
): ProviderCounts | undefined {
  const counts = new Map<ProviderLevel, number>(Object.entries(before ?? {}) as [ProviderLevel, number][])
  for (const { entry, level } of leaves) {
    if (level === undefined) continue
    counts.set(level, (counts.get(level) ?? 0) + (entry.kind === 'annulment' ? -1 : 1))
  }
  return counts.size === 0 ? undefined : Object.fromEntries(counts)
}

/** @throws ZodError when the text is no file of levels */
export function parseLevels(text: string): Map<number, ProviderLevel> {
  const entries = Object.entries(levelFile.parse(JSON.parse(text)))
  return new Map(entries.map(([index, level]) => [Number(index), level]))
}

export function formatLevels(levels: LevelsByIndex): string {
  return JSON.stringify(Object.fromEntries([...levels].sort(([a], [b]) => a - b)))
}

/** Ways that are accepted or by which somebody has signed, where there is more than mail. */
export function levelsToShow(accepted: readonly Identity[], counts: LevelCounts): Identity[] {
  const shown = IDENTITIES.filter((identity) => accepted.includes(identity) || counts[identity] > 0)
  return shown.every((identity) => identity === 'email') ? [] : shown
}
