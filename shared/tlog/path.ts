/** The leaves `from` … `to`−1. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

/** Ranges whose hashes make the inclusion path, the leaf's sibling first (RFC 6962 §2.1.1). */
export function inclusionPath(index: number, size: number): LeafRange[] {
  return include({ from: 0, to: size }, index)
}

/** Ranges whose hashes make the consistency proof between two sizes (RFC 6962 §2.1.2). */
export function consistencyPath(from: number, to: number): LeafRange[] {
  return from === 0 || from === to ? [] : extend({ from: 0, to }, from, true)
}

/** The perfect subtrees of a range, from left to right, as heights and places among those of one height. */
export function perfectSubtrees({ from, to }: LeafRange): { height: number; place: number }[] {
  const subtrees = []
  for (let at = from; at < to; ) {
    let height = 0
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= to) height++
    subtrees.push({ height, place: at / 2 ** height })
    at += 2 ** height
  }
  return subtrees
}

function include(range: LeafRange, index: number): LeafRange[] {
  if (range.to - range.from <= 1) return []
  const { left, right } = halves(range)
  return index < left.to ? [...include(left, index), right] : [...include(right, index), left]
}

/** @param whole whether the old tree's root itself need not be told */
function extend(range: LeafRange, old: number, whole: boolean): LeafRange[] {
  if (old === range.to) return whole ? [] : [range]
  const { left, right } = halves(range)
  if (old <= left.to) return [...extend(left, old, whole), right]
  return [...extend(right, old, false), left]
}

/** Split at the largest power of two below the number of leaves. */
function halves({ from, to }: LeafRange): { left: LeafRange; right: LeafRange } {
  let power = 1
  while (power * 2 < to - from) power *= 2
  return { left: { from, to: from + power }, right: { from: from + power, to } }
}
