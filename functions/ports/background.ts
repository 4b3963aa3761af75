/**
 * Work that goes on after its request was answered. On return it is certain to begin; it may run more than once,
 * and nobody hears of its end but by what it leaves behind.
 */
export interface Background<Order> {
  start(order: Order): Promise<void>
}
