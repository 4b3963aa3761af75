import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below what systems hand out by themselves (32768 and up on Linux, 49152 on others): until the program that asked
 * listens there, no outgoing connection of this machine can take the port meanwhile.
 */
const RANGE = [12_000, 32_000] as const

const ATTEMPTS = 100

/** A port on which nobody listens, for a program that must be told one before it starts. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(...RANGE)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port in ${ATTEMPTS} attempts`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    // On all interfaces, as DynamoDB Local listens.
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
