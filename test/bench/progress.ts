/** One line on the terminal that tells what is being measured; without a terminal, a line each. */
export class ProgressRow {
  readonly #began = performance.now()

  readonly tell = (what: string): void => {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0)
    const row = `${seconds.padStart(4)} s  ${what}`
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${row}` : `${row}\n`)
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  }
}
