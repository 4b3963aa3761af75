import { report } from './report'

/**
 * Ends this process in order on a signal, when the command that started it is gone, or on an error nobody caught.
 * `stop` may be asked for before the stack stands; whatever is running then ends with the process.
 */
export function endInOrder(stop: () => Promise<void>): void {
  let ending = false
  const end = async (code: number) => {
    if (ending) return
    ending = true
    await stop().catch(() => {})
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  process.on('disconnect', () => void end(0))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      report('local stack', error)
      void end(1)
    })
  }
}
