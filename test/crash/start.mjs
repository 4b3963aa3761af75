// `npm run test:crash`: kills the local stack again and again while people sign, and holds it to all it told them.
// CRASH_KILLS is how often (30), CRASH_SEED repeats the choices of an earlier run. Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import {
  buildAssets,
  bundle,
  ensureJava,
  ensurePackages,
  nodeBinary,
  root,
  SetupError,
} from '../../infra/local/setup.mjs'

try {
  ensurePackages()
  const town = '.build/crash/town'
  await bundle('test/support/journeys/town-main.ts', `${town}/main.js`, await buildAssets(town))
  const env = { ...process.env, VICHE_JAVA: ensureJava(), VICHE_TOWN: join(root, town) }
  const main = await bundle('test/crash/run.ts', '.build/crash/run.js')
  const child = spawn(nodeBinary(), ['--enable-source-maps', main], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}
