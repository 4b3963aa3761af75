import type { Signed } from '../../../shared/anomaly/signed'
import { instantOf } from '../../../shared/calendar/day'
import type { TraitMark } from '../../../shared/signing/traits'
import { Dice } from './dice'
import { personName } from './names'

const HOUR = 3_600_000
const START = Date.parse('2026-03-02T07:00:00.000Z')

/** A signature before it has its place on the list. */
export type Draft = Omit<Signed, 'index' | 'at'> & { readonly time: number; readonly stuffed: boolean }

/** How busy each hour of the day in Kyiv is; local time is UTC+2 in March. */
const HOURS = [5, 2, 1, 1, 1, 2, 6, 14, 24, 30, 32, 31, 33, 32, 30, 29, 30, 33, 36, 40, 42, 38, 26, 13]

const WELL_KNOWN = [
  'gmail',
  'gmail',
  'gmail',
  'gmail',
  'ukr.net',
  'ukr.net',
  'i.ua',
  'meta.ua',
  'outlook',
  'icloud',
]
export const KNOWN = new Map(WELL_KNOWN.map((name) => [`d-${name}`, name]))

/**
 * An honest crowd over thirty days: half on mobile carriers whose thousands share 150 addresses, households of two or
 * three, an hour of fame in which a fifth of all sign, a lecture hall and an office that sign at once, one domain and
 * one address each, people who mistype, families, and a few with throw-away mail.
 */
export function honest(n: number, seed = 1): Draft[] {
  const dice = new Dice(seed)
  const fame = 9 * 24 + 12
  const drafts: Draft[] = []
  for (let i = 0; i < n; i++) {
    const hour = dice.chance(0.2) ? fame : ordinaryHour(dice)
    drafts.push(resident(dice, START + (hour + dice.fraction()) * HOUR, i, n))
  }
  return [...drafts, ...hall(dice, 60, 'university', 100), ...hall(dice, 35, 'works', 250)]
}

/** A quarter on the first two days, ever fewer later, by the hours of a day. */
function ordinaryHour(dice: Dice): number {
  const day = Math.min(29, Math.floor(-Math.log(1 - dice.fraction()) * 9))
  for (;;) {
    const hour = dice.below(24)
    if (dice.below(42) < HOURS[(hour + 9) % 24]!) return 24 * day + hour
  }
}

function resident(dice: Dice, time: number, i: number, n: number): Draft {
  const mobile = dice.chance(0.5)
  const carrier = dice.zipf(150)
  const home = dice.below(Math.ceil(n / 4.5))
  const throwAway = dice.chance(0.004)
  const marks: TraitMark[] = [
    ...(throwAway ? ['disposable-domain' as const] : []),
    ...(dice.chance(0.02) ? ['random-address' as const] : []),
    ...(dice.chance(0.03) ? ['fast' as const] : []),
  ]
  return {
    time,
    stuffed: false,
    name: personName(dice),
    level: dice.chance(0.1) ? 'id-gov-ua' : 'email',
    annulled: false,
    traits: {
      address: mobile ? `carrier-${carrier}` : `home-${home}`,
      network: mobile ? `carrier-net-${carrier % 20}` : `home-net-${home % Math.ceil(n / 40)}`,
      domain: throwAway ? 'd-throwaway' : dice.chance(0.03) ? `d-own-${i}` : `d-${dice.of(WELL_KNOWN)}`,
      marks,
    },
  }
}

/** Many at once from one address, each with a name of their own. */
function hall(dice: Dice, n: number, place: string, hour: number): Draft[] {
  return Array.from({ length: n }, () => {
    const time = START + (hour + dice.fraction()) * HOUR
    const own = resident(dice, time, 0, 100)
    const domain = dice.chance(0.8) ? `d-${place}` : own.traits!.domain
    return { ...own, traits: { address: place, network: `${place}-net`, domain, marks: [] } }
  })
}

export interface Stuffing {
  readonly signatures: number
  readonly addresses: number
  /** When the program is at work: hours since the beginning, and the way it goes about it. */
  readonly way: 'bursts' | 'drip'
  readonly name?: (dice: Dice, n: number) => string
  readonly domain?: (n: number) => string
  readonly marks?: readonly TraitMark[]
}

/** Signatures that a program made from a number of addresses in turn, with names and mail that look like anybody's. */
export function stuffed(how: Stuffing, seed = 7): Draft[] {
  const dice = new Dice(seed)
  const each = Math.ceil(how.signatures / how.addresses)
  return Array.from({ length: how.signatures }, (_, n) => {
    const address = how.way === 'bursts' ? Math.floor(n / each) : n % how.addresses
    const time =
      how.way === 'bursts'
        ? START + (30 + address * 3.7) * HOUR + (n % each) * 60_000 * (0.5 + dice.fraction())
        : START + ((n + dice.fraction()) / how.signatures) * 28 * 24 * HOUR
    return {
      time,
      stuffed: true,
      name: how.name?.(dice, n) ?? personName(dice),
      level: 'email',
      annulled: false,
      traits: {
        address: `bot-${address}`,
        network: `bot-net-${address % 97}`,
        domain: how.domain?.(n) ?? `d-${dice.of(WELL_KNOWN)}`,
        marks: how.marks ?? [],
      },
    }
  })
}

/** Drafts in the order of time, as the log has them; `stuffed` by index. */
export function listed(drafts: readonly Draft[]): { signed: Signed[]; stuffed: Set<number> } {
  const sorted = drafts.toSorted((a, b) => a.time - b.time)
  return {
    signed: sorted.map(({ time, stuffed: _, ...rest }, index) => ({
      ...rest,
      index,
      at: instantOf(Math.floor(time)),
    })),
    stuffed: new Set(sorted.flatMap((draft, index) => (draft.stuffed ? [index] : []))),
  }
}
