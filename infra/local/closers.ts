import { report } from './report'

/** Remembers how to undo what was started, and undoes it last first. */
export class Closers {
  readonly #undo: (() => Promise<unknown> | unknown)[] = []

  add(undo: () => Promise<unknown> | unknown): void {
    this.#undo.push(undo)
  }

  /** One that fails does not keep the others from being undone. */
  async close(): Promise<void> {
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) {
      try {
        await undo()
      } catch (error) {
        report('stopping', error)
      }
    }
  }
}
