/** One measured figure under its stable key. */
export interface Figure {
  readonly key: string
  readonly value: number
  readonly unit: string
  /** What the product must keep to; none for what is only told. */
  readonly limit?: { readonly atLeast: number } | { readonly atMost: number }
}

/** Whether a figure keeps to its limit; one without a limit does. */
export function meets({ value, limit }: Figure): boolean {
  if (!limit) return true
  return 'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost
}

/** @param share 0 to 1 of the values in order; 0.5 is the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place % 1)
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
