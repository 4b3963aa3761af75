// `npm run lighthouse` and `npm run screens`: look at the demonstration as readers do, in Chromium.
// SITE names a running stack to look at; otherwise one is started for it. Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
import {
  bundle,
  endBundler,
  ensureChromium,
  ensureJava,
  ensurePackages,
  nodeBinary,
  root,
  SetupError,
} from '../../infra/local/setup.mjs'

const LOOKS = ['lighthouse', 'screens']

try {
  const look = process.argv[2]
  if (!LOOKS.includes(look)) throw new SetupError(`One of: ${LOOKS.join(', ')}`)
  ensurePackages()
  const env = { ...process.env, VICHE_JAVA: ensureJava(), CHROMIUM: ensureChromium(), VICHE_ROOT: root }
  const main = await bundle(`test/looks/${look}.ts`, `.build/looks/${look}.js`)
  await endBundler()
  const args = ['--enable-source-maps', main, ...process.argv.slice(3)]
  const child = spawn(nodeBinary(), args, { stdio: 'inherit', env, cwd: root })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}
