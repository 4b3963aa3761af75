// `npm run attack`: a swarm of bots storms a stack of its own, with the cloud's settings, while residents sign; then
// all that counts is held to what was done for it. Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import {
  buildAssets,
  bundle,
  ensureChromium,
  ensureJava,
  ensurePackages,
  nodeBinary,
  root,
  SetupError,
} from '../../infra/local/setup.mjs'

try {
  ensurePackages()
  const town = '.build/attack/town'
  await bundle('test/support/journeys/town-main.ts', `${town}/main.js`, await buildAssets(town))
  await bundle('test/replay/solver-thread.ts', '.build/attack/solver-thread.js')
  const main = await bundle('test/attack/run.ts', '.build/attack/run.js')
  const machine = { VICHE_JAVA: ensureJava(), CHROMIUM: ensureChromium() }
  const args = ['--enable-source-maps', main, ...process.argv.slice(2)]
  const env = { ...process.env, ...machine, VICHE_TOWN: join(root, town) }
  const child = spawn(nodeBinary(), args, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}
