// `npm run test:crash`: kills the local stack again and again while people sign, and holds it to all it told them.
// CRASH_KILLS is how often (30), CRASH_SEED repeats the choices of an earlier run.
import { join } from 'node:path'
import { buildAssets, bundle, ensureJava, root } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

await startRun(async () => {
  const town = '.build/crash/town'
  await bundle('test/support/journeys/town-main.ts', `${town}/main.js`, await buildAssets(town))
  const env = { VICHE_JAVA: ensureJava(), VICHE_TOWN: join(root, town) }
  return { main: await bundle('test/crash/run.ts', '.build/crash/run.js'), env, args: [] }
})
