/** What was odd about how a signature was asked for. None of them refuses; together they help a person to judge. */
export const TRAIT_MARKS = [
  'disposable-domain',
  'random-domain',
  'random-address',
  'unlikely-name',
  'fast',
  'busy-network',
] as const
export type TraitMark = (typeof TRAIT_MARKS)[number]

/**
 * What signatures of one petition can be compared by without telling whose they are. The hashes are 11 base64url
 * characters (64 bits) under a key derived from the petition's: nobody can link them across petitions, and they say
 * nothing once that key is destroyed.
 */
export interface SignatureTraits {
  /** Of the IPv4 address, or the /64 that one IPv6 subscriber has. */
  readonly address: string
  /** Of the /24, or the /48 of IPv6. */
  readonly network: string
  /** Of the mail domain. */
  readonly domain: string
  readonly marks: readonly TraitMark[]
}

/** One letter a mark: a signature's row is small. Letters are never used anew. */
const LETTERS: Readonly<Record<TraitMark, string>> = {
  'disposable-domain': 'd',
  'random-domain': 'r',
  'random-address': 'a',
  'unlikely-name': 'n',
  fast: 'f',
  'busy-network': 'b',
}

/** `<address>.<network>.<domain>` and, where there are any, `.<a letter for each mark>`: at most 42 characters. */
export function encodeTraits({ address, network, domain, marks }: SignatureTraits): string {
  const letters = TRAIT_MARKS.filter((mark) => marks.includes(mark)).map((mark) => LETTERS[mark])
  return [address, network, domain, ...(letters.length > 0 ? [letters.join('')] : [])].join('.')
}

/** @returns undefined for what `encodeTraits` has not made; a letter that is not known says nothing */
export function decodeTraits(encoded: string | undefined): SignatureTraits | undefined {
  const parts = /^([\w-]{11})\.([\w-]{11})\.([\w-]{11})(?:\.([a-z]+))?$/.exec(encoded ?? '')
  if (!parts) return undefined
  const [, address = '', network = '', domain = '', letters = ''] = parts
  return { address, network, domain, marks: TRAIT_MARKS.filter((mark) => letters.includes(LETTERS[mark])) }
}
