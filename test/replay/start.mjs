// `npm run replay -- <csv>`: plays an observed curve of signatures against the local stack that runs.
import { bundle } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

await startRun(async () => {
  await bundle('test/replay/solver-thread.ts', '.build/replay/solver-thread.js')
  return { main: await bundle('test/replay/run.ts', '.build/replay/run.js') }
})
