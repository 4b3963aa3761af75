import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order, Round } from './load'

/** A load generator in a process of its own, idle between rounds. */
export class LoadProcess {
  readonly #child: ChildProcess

  /** @param script name of the bundle beside this one */
  constructor(script: 'http-load' | 'bare-load', args: readonly string[]) {
    this.#child = fork(fileURLToPath(new URL(`./${script}.js`, import.meta.url)), args)
  }

  /** One round; what it needs is made before the clock runs. @throws Error when a request was not answered rightly */
  async round(order: Order): Promise<Round> {
    await this.#tell(order)
    return (await this.#tell('go')) as Round
  }

  stop(): void {
    this.#child.kill()
  }

  #tell(message: Order | 'go'): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the load generator ended'))
      this.#child.once('exit', ended)
      this.#child.once('message', (answer) => {
        this.#child.removeListener('exit', ended)
        resolve(answer)
      })
      this.#child.send(message)
    })
  }
}
