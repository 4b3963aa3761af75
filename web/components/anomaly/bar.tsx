interface BarProps {
  readonly value: number
  readonly most: number
  readonly marked: boolean
}

/** A bar beside its figure, which says the same. */
export function Bar({ value, most, marked }: BarProps) {
  return (
    <svg class="bar-of" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class={marked ? 'burst' : undefined} width={Math.max(1, (100 * value) / most)} height="10" />
    </svg>
  )
}
