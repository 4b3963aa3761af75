// `npm run fuzz`: generated requests, sound and hostile, against every group of routes of a stack of its own; each answer
// is held to the API's own document.
import { buildAssets, bundle, ensureJava, root } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

await startRun(async () => {
  const main = await bundle('test/fuzz/run.ts', '.build/fuzz/run.js', await buildAssets('.build/fuzz'))
  return { main, env: { VICHE_JAVA: ensureJava() }, cwd: root }
})
