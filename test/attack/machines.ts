import type { Machine } from './edge'

// All addresses are of ranges set apart for benchmarks and documentation (RFC 2544, RFC 3849).

/** A bot's machine: those of one `place` are in a network of their own, a /24 each. */
export function botMachine(place: number, within = 1): Machine {
  return { address: `198.19.${place % 256}.${1 + (within % 254)}` }
}

/** A resident's router. */
export function household(number: number): Machine {
  return { address: `198.18.${number % 200}.${1 + (Math.floor(number / 200) % 254)}` }
}

/** Where hundreds of people have one address: a carrier's phones, a university's halls. */
export const CARRIER: Machine = { address: '198.18.240.17' }
export const UNIVERSITY: Machine = { address: '198.18.241.5' }

/** A home with IPv6: a /64 of its own within a provider's many /48. */
export function homeOfSix(number: number): Machine {
  return { address: `2001:db8:${hex(number % 40)}:${hex(number)}::${hex(1 + (number % 9))}` }
}

function hex(number: number): string {
  return number.toString(16)
}
