import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { type Assets, WIDGET_SCRIPT } from './assets'

/** One file for the object store, e.g. `assets/site-1f2e3d4c.css`. */
export interface AssetFile {
  readonly key: string
  readonly body: Uint8Array
}

export interface BuiltAssets {
  readonly files: readonly AssetFile[]
  readonly manifest: Assets
}

const SOURCES: Readonly<Record<keyof Assets, string>> = {
  'site.css': 'design/site.css',
  'forms.css': 'design/forms.css',
  'design.css': 'design/design.css',
  'desk.css': 'design/desk.css',
  'submit.css': 'design/submit.css',
  'verify.css': 'design/verify.css',
  'embed.css': 'design/embed.css',
  'host.css': 'design/host.css',
  petition: 'islands/petition.ts',
  passkey: 'islands/passkey.ts',
  print: 'islands/print.ts',
  signers: 'islands/signers.ts',
  'poster.css': 'design/poster.css',
  'lists.css': 'design/lists.css',
  copy: 'islands/copy.ts',
  frame: 'islands/embed/frame.ts',
  receipt: 'islands/receipt.ts',
  sign: 'islands/sign.ts',
  submit: 'islands/submit.ts',
  timestamps: 'islands/timestamps.ts',
  edwards: 'islands/edwards.ts',
  verifier: 'islands/verifier.ts',
  verify: 'islands/verify.ts',
  worker: 'islands/worker.ts',
}

const options: BuildOptions = {
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
}

/**
 * Styles and scripts, named by their content so that they may be cached for ever, and the widget's script at its
 * address that stays.
 * @param root absolute path of the repository; to be given where this file itself is bundled to another place
 */
export async function buildAssets(root = here()): Promise<BuiltAssets> {
  const names = Object.keys(SOURCES) as (keyof Assets)[]
  const built = await Promise.all(
    names.map(async (name) => [name, await buildOne(root, SOURCES[name])] as const),
  )
  const addresses = built.map(([name, { key }]) => [name, `/${key}`])
  const widget = { key: WIDGET_SCRIPT.slice(1), body: await bundled(root, 'islands/embed/viche.ts') }
  const files = [...built.map(([, file]) => file), widget]
  return { files, manifest: Object.fromEntries(addresses) as Assets }
}

/** esbuild's and Vite's `define` for whatever renders pages. */
export async function assetDefines(root = here()): Promise<{ VICHE_ASSETS: string }> {
  return { VICHE_ASSETS: JSON.stringify((await buildAssets(root)).manifest) }
}

async function buildOne(root: string, source: string): Promise<AssetFile> {
  const body = await bundled(root, source)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  const [, name, extension] = /([a-z-]+)\.(ts|css)$/.exec(source)!
  return { key: `assets/${name}-${hash}.${extension === 'ts' ? 'js' : extension}`, body }
}

async function bundled(root: string, source: string): Promise<Uint8Array> {
  const entryPoints = [join(root, 'web', source)]
  const { outputFiles } = await build({ ...options, entryPoints, outdir: join(root, 'assets') })
  return outputFiles![0]!.contents
}

function here(): string {
  return fileURLToPath(new URL('..', import.meta.url))
}
