import { pbkdf2Sync } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib'

/** PBKDF2 on this thread: there are others for everything else. */
const deriveKey: DeriveKeyFunction = async ({ cost, keyLength = 32 }, salt, password) => ({
  derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256'),
})

parentPort?.on('message', async ({ id, challenge }: { id: number; challenge: Challenge }) => {
  const solution = await solveChallenge({ challenge, deriveKey })
  parentPort?.postMessage({ id, solution })
})
