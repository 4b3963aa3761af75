import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  readonly confirmed: number
  readonly counted: number
  /** Signatures behind the curve. */
  readonly lag: number
}

/** A bar of what is confirmed. */
export class ProgressBar {
  readonly #bar = new SingleBar(
    {
      format:
        '{bar} {value}/{total} confirmed · {counted} counted · {lag} behind the curve · {duration_formatted}',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 10_000,
    },
    Presets.shades_classic,
  )

  constructor(total: number) {
    this.#bar.start(total, 0, { counted: 0, lag: 0 })
  }

  tell({ confirmed, counted, lag }: Progress): void {
    this.#bar.update(confirmed, { counted, lag })
  }

  stop(): void {
    this.#bar.stop()
  }
}
