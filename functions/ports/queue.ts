/**
 * A queue that delivers at least once, in no promised order, and sets a message aside (dead letter)
 * after its last failed receive. `send` is durable on return.
 */
export interface Queue<Message> {
  send(messages: readonly Message[]): Promise<void>
}
