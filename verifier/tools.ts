import type { TimeStampFlaw } from '../shared/timestamp/flaw'
import type { TimeStamp } from '../shared/timestamp/verify'
import type { Sha256 } from '../shared/tlog/hash'
import type { VerifyEd25519 } from '../shared/tlog/note'

/** Checks a time stamp (RFC 3161) over `data`. */
export type VerifyStamp = (response: Uint8Array, data: Uint8Array) => Promise<TimeStamp | TimeStampFlaw>

/** Cryptography as the machine has it: Node's or the browser's. */
export interface Tools {
  readonly sha256: Sha256
  readonly verifyEd25519: VerifyEd25519
  /** @throws Error, or rejects, when the PEM holds no certificate */
  readonly stampsBy: (rootsPem: string) => VerifyStamp | Promise<VerifyStamp> | Promise<VerifyStamp>
}
