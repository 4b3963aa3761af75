// The `app` of cdk.json. Plain JavaScript, since it runs on whatever Node the machine has (20 or later).
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const outfile = join(root, '.build', 'cdk', 'main.mjs')

await build({
  absWorkingDir: root,
  entryPoints: ['infra/aws/main.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.setSourceMapsEnabled(true)
const { synthesise } = await import(pathToFileURL(outfile).href)
await synthesise(root)
