/** What came back over HTTP, read to its end. */
export class Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string

  private constructor(status: number, headers: Headers, text: string) {
    this.status = status
    this.headers = headers
    this.text = text
  }

  static async of(response: Response): Promise<Answer> {
    return new Answer(response.status, response.headers, await response.text())
  }

  /** @throws Error that shows what came instead of JSON */
  json<T = Record<string, unknown>>(): T {
    try {
      return JSON.parse(this.text) as T
    } catch {
      throw new Error(`not JSON: ${this.status} ${this.text.slice(0, 200)}`)
    }
  }

  /** The body, after a look that the step was accepted. */
  accepted<T = Record<string, unknown>>(): T {
    if (this.status >= 300) throw new Error(`refused: ${this.status} ${this.text.slice(0, 500)}`)
    return this.json<T>()
  }

  /** Status and code of an RFC 9457 problem. @throws Error where the answer is none */
  get problem(): [status: number, code: string] {
    const { status, code } = this.json<{ status: number; code: string }>()
    const type = this.headers.get('content-type') ?? ''
    if (!type.startsWith('application/problem+json') || status !== this.status) {
      throw new Error(`not a problem: ${this.status} ${type} ${this.text.slice(0, 200)}`)
    }
    return [status, code]
  }
}
