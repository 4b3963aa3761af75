/** A wait that can be cut short by whoever has news. News before the wait begins cuts it short too. */
export class Pause {
  #wake: (() => void) | undefined
  #news = false

  begin(milliseconds: number): Promise<void> {
    if (this.#news) {
      this.#news = false
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = undefined
        this.#news = false
        resolve()
      }
    })
  }

  end(): void {
    this.#news = true
    this.#wake?.()
  }
}
