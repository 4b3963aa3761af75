// `npm run replay -- <csv>`: plays an observed curve of signatures against the local stack that runs.
// Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
import { bundle, ensurePackages, nodeBinary, SetupError } from '../../infra/local/setup.mjs'

try {
  ensurePackages()
  await bundle('test/replay/solver-thread.ts', '.build/replay/solver-thread.js')
  const main = await bundle('test/replay/run.ts', '.build/replay/run.js')
  const args = ['--enable-source-maps', main, ...process.argv.slice(2)]
  const child = spawn(nodeBinary(), args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}
