/** Nine people in a circle: the віче, the town assembly. One of them speaks. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true">
      {SEATS.map(([x, y]) => (
        <circle cx={x} cy={y} r="3.4" />
      ))}
      <circle class="speaker" cx="20" cy="20" r="4.6" />
    </svg>
  )
}

const SEATS = Array.from({ length: 9 }, (_, seat) => {
  const angle = (seat / 9) * 2 * Math.PI - Math.PI / 2
  return [round(20 + 15.5 * Math.cos(angle)), round(20 + 15.5 * Math.sin(angle))] as const
})

function round(value: number): string {
  return value.toFixed(1)
}
