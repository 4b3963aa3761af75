// `npm run attack`: a swarm of bots storms a stack of its own, with the cloud's settings, while residents sign; then
// all that counts is held to what was done for it.
import { join } from 'node:path'
import { buildAssets, bundle, ensureChromium, ensureJava, root } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

await startRun(async () => {
  const town = '.build/attack/town'
  await bundle('test/support/journeys/town-main.ts', `${town}/main.js`, await buildAssets(town))
  await bundle('test/replay/solver-thread.ts', '.build/attack/solver-thread.js')
  const main = await bundle('test/attack/run.ts', '.build/attack/run.js')
  return { main, env: { VICHE_JAVA: ensureJava(), CHROMIUM: ensureChromium(), VICHE_TOWN: join(root, town) } }
})
