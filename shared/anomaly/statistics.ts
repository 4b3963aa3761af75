/**
 * How improbable `k` events are where `expected` are usual, as −ln of an upper bound of the probability of so many or
 * more (Chernoff, Poisson): 14 is less than one in a million. 0 where there are no more than expected.
 */
export function surprise(k: number, expected: number): number {
  if (k <= expected) return 0
  return k * Math.log(k / expected) - k + expected
}

/** The same for `k` of `n`, each with probability `p` (Chernoff, binomial). */
export function shareSurprise(k: number, n: number, p: number): number {
  const q = k / n
  if (n === 0 || q <= p) return 0
  const rest = q < 1 ? (1 - q) * Math.log((1 - q) / (1 - p)) : 0
  return n * (q * Math.log(q / p) + rest)
}

/** The middle of some numbers, of two middles the upper; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/**
 * How far some places among `total` are from being spread evenly: the largest difference of the two distributions, 0
 * to 1 (Kolmogorov–Smirnov).
 * @param places ascending, from 0
 */
export function crowding(places: ArrayLike<number>, total: number): number {
  const n = places.length
  let most = 0
  for (let i = 0; i < n; i++) {
    const even = (places[i]! + 0.5) / total
    most = Math.max(most, even - i / n, (i + 1) / n - even)
  }
  return most
}

/**
 * Places of a longest run of numbers of which each is larger than the one before, others being left out between them
 * (patience sorting, O(n log n)).
 */
export function longestRising(numbers: ArrayLike<number>): number[] {
  const tails: number[] = []
  const before = new Int32Array(numbers.length)
  for (let i = 0; i < numbers.length; i++) {
    const place = firstNotBelow(numbers, tails, numbers[i]!)
    before[i] = place > 0 ? tails[place - 1]! : -1
    tails[place] = i
  }
  const run: number[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) run.push(i)
  return run.reverse()
}

function firstNotBelow(numbers: ArrayLike<number>, tails: readonly number[], number: number): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[tails[middle]!]! < number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Length from which a rising run among `n` numbers in random order is no chance: the mean is 2√n, and one that is
 * 5.6 · n^(1/6) longer comes less than once in ten million (Baik, Deift, Johansson 1999).
 */
export function improbableRise(n: number): number {
  if (n < 10) return Number.POSITIVE_INFINITY
  return Math.min(2 * Math.sqrt(n) + 5.6 * n ** (1 / 6), n)
}
