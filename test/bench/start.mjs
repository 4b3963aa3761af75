// `npm run bench`: measures the product on this machine; `npm run bench:log` its signature log,
// `npm run bench:lists` what the number of signatures makes of reading, `npm run bench:challenges` what a million
// challenges leave in memory.
import { buildAssets, bundle, ensureChromium, ensureJava, root } from '../../infra/local/setup.mjs'
import { startRun } from '../support/start.mjs'

await startRun(async () => {
  const env = { VICHE_JAVA: ensureJava(), CHROMIUM: ensureChromium(), VICHE_ROOT: root }
  const assets = await buildAssets('.build/bench')
  for (const load of ['http-load', 'bare-load']) {
    await bundle(`test/bench/${load}.ts`, `.build/bench/${load}.js`)
  }
  await bundle('test/bench/dossier-process.ts', '.build/bench/dossier-process.js', assets)
  await bundle('test/replay/solver-thread.ts', '.build/bench/solver-thread.js')
  const name = { log: 'run-log', lists: 'run-lists', challenges: 'run-challenges' }[process.argv[2]] ?? 'run'
  const main = await bundle(`test/bench/${name}.ts`, `.build/bench/${name}.js`, assets)
  return { main, flags: ['--expose-gc'], args: [], env: { ...env, BENCH_ASSETS: JSON.stringify(assets) } }
})
