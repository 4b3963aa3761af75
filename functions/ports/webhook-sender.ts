/** Why an attempt came to nothing. */
export type AttemptFailure =
  /** The name is unknown, or nobody answers there. */
  | 'unreachable'
  /** The name leads to an address that nothing is sent to. */
  | 'forbidden-address'
  | 'timeout'
  /** Another status than 2xx; redirects are not followed. */
  | 'status'

export interface Attempt {
  readonly milliseconds: number
  readonly status?: number
  /** Absent where the receiver has taken it. */
  readonly failure?: AttemptFailure
  /** The beginning of what the receiver said, on one line; at most 200 characters. */
  readonly answer?: string
}

/** Sends one message to one receiver, once. Never throws: what goes wrong is the attempt's evidence. */
export interface WebhookSender {
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Attempt>
}
