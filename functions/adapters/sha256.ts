import { hash } from 'node:crypto'
import type { Sha256 } from '../../shared/tlog/hash'

/** Node's own SHA-256, in one call. */
export const sha256: Sha256 = (data) => hash('sha256', data, 'buffer')
