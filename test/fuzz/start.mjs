// `npm run fuzz`: generated requests, sound and hostile, against every group of routes of a stack of its own; each answer
// is held to the API's own document. Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
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
  const main = await bundle('test/fuzz/run.ts', '.build/fuzz/run.js', await buildAssets('.build/fuzz'))
  const env = { ...process.env, VICHE_JAVA: ensureJava() }
  const args = ['--enable-source-maps', main, ...process.argv.slice(2)]
  const child = spawn(nodeBinary(), args, { stdio: 'inherit', env, cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}
