import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../context'
import type { Words } from './words'

/** Between two lines where there is no terminal. */
const LINES_APART_MS = 5000

/** Shows how far a run is: a bar on a terminal, now and then a line elsewhere. */
export class ProgressView {
  private bar: SingleBar | undefined
  private phase: Progress['phase'] | undefined
  private said = Date.now()

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly words: Words,
  ) {}

  show(progress: Progress): void {
    if (this.stream.isTTY) this.draw(progress)
    else this.tell(progress)
  }

  end(): void {
    this.bar?.stop()
    this.bar = undefined
  }

  private draw({ phase, done, total }: Progress): void {
    if (phase !== this.phase) {
      this.end()
      const format = `${this.words.reading[phase]} {bar} {percentage}% · {value}/{total}`
      const clearOnComplete = true
      this.bar = new SingleBar({ format, clearOnComplete, stream: this.stream }, Presets.shades_classic)
      this.bar.start(total, done)
      this.phase = phase
    }
    this.bar?.setTotal(total)
    this.bar?.update(done)
  }

  private tell({ phase, done, total }: Progress): void {
    if (Date.now() - this.said < LINES_APART_MS) return
    this.said = Date.now()
    this.stream.write(`${this.words.reading[phase]}: ${this.words.progress(done, total)}\n`)
  }
}
