import { pbkdf2Sync } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib'

/** PBKDF2 on this thread: there are others for everything else. */
const deriveKey: DeriveKeyFunction = async ({ cost, keyLength = 32 }, salt, password) => ({
  derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256'),
})

const { nice } = workerData as { nice: number }
if (nice > 0) giveWay(nice)

parentPort?.on('message', async ({ id, challenge }: { id: number; challenge: Challenge }) => {
  const before = process.threadCpuUsage()
  // However long it takes: a busy machine is no reason to send nothing.
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 0 })
  const { user, system } = process.threadCpuUsage(before)
  parentPort?.postMessage({ id, solution, cpuMs: (user + system) / 1000 })
})

/** Lets what is measured go first. Only Linux has priorities of threads; elsewhere all are alike. */
function giveWay(priority: number): void {
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), priority)
  } catch {
    // The work is the same, only its neighbours are slower.
  }
}
