import type { ProblemCode } from '../problem'

/**
 * The layers that stand between a form and its mail, outermost first, each with the code it refuses by. Codes are
 * stable: metrics, alarms and clients know them.
 */
export const LAYERS = {
  disposable: 'disposable-address',
  human: 'human-check-failed',
  work: 'challenge-failed',
  stale: 'challenge-expired',
  replay: 'challenge-used',
  time: 'too-fast',
  ip: 'too-many-requests',
  address: 'too-many-requests',
  network: 'network-busy',
  domain: 'domain-busy',
  petition: 'petition-busy',
} as const satisfies Readonly<Record<string, ProblemCode>>

/** What the layers say of somebody: let in, or by which layer not. */
export type Verdict =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly layer: keyof typeof LAYERS; readonly retryAfter?: number }
