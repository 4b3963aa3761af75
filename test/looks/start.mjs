// `npm run lighthouse` and `npm run screens`: look at the demonstration as readers do, in Chromium.
// SITE names a running stack to look at; otherwise one is started for it.
import { bundle, endBundler, ensureChromium, ensureJava, root, SetupError } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

const LOOKS = ['lighthouse', 'screens']

await startRun(async () => {
  const look = process.argv[2]
  if (!LOOKS.includes(look)) throw new SetupError(`One of: ${LOOKS.join(', ')}`)
  const env = { VICHE_JAVA: ensureJava(), CHROMIUM: ensureChromium(), VICHE_ROOT: root }
  const main = await bundle(`test/looks/${look}.ts`, `.build/looks/${look}.js`)
  await endBundler()
  return { main, env, args: process.argv.slice(3), cwd: root }
})
