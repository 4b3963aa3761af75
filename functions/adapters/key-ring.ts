import { createHash } from 'node:crypto'
import type { DerivedKey, KeyLabel, KeyRing } from '../ports/key-ring'

/** Derives a key from one root. */
export type Root = (label: KeyLabel) => Promise<Uint8Array>

/**
 * A ring of roots, the one in force first. A derived key is asked for once a process; a call that failed is
 * forgotten, so that the next one asks again.
 * @throws RangeError without any root
 */
export function keyRing(roots: readonly Root[]): KeyRing {
  const rings = roots.map(remembering)
  const [inForce] = rings
  if (inForce === undefined) throw new RangeError('a key ring needs a root')
  return {
    derive: async (label) => (await inForce(label)).key,
    generations: (label) => Promise.all(rings.map((root) => root(label))),
  }
}

function remembering(root: Root): (label: KeyLabel) => Promise<DerivedKey> {
  const derived = new Map<KeyLabel, Promise<DerivedKey>>()
  return (label) => {
    const known = derived.get(label)
    if (known) return known
    const asked = root(label).then((key) => ({ id: idOf(key), key }))
    derived.set(label, asked)
    asked.catch(() => derived.delete(label))
    return asked
  }
}

/** 48 bits of the key's hash: enough to tell a handful of keys apart. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8)
}
