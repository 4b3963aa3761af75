// The `app` of cdk.json. Plain JavaScript, since it runs on whatever Node the machine has (20 or later).
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAssets, bundle, root } from '../local/setup.mjs'

/** Styles and scripts of this build and no other; whoever deploys copies them into the bucket. */
const site = '.build/site'

rmSync(join(root, site), { recursive: true, force: true })
const defines = await buildAssets(site)
const main = await bundle('infra/aws/main.ts', '.build/cdk/main.mjs')
process.setSourceMapsEnabled(true)
const { synthesise } = await import(pathToFileURL(main).href)
await synthesise(root, defines)
