import { join } from 'node:path'
import { type BuildOptions, type BuildResult, build } from 'esbuild'
import { environments, type FunctionName } from '../functions/environment'
import { topology } from './topology'

/** Where bundles lie, from the repository's root: one folder a function, `index.mjs` in it. */
export const functionsFolder = '.build/functions'

/** The file that Lambda loads; its `handler` is the function. */
export const entryFile = 'index.mjs'

/**
 * Parts of the SDK that it loads only when they are needed, and that a function never needs: its credentials
 * stand in its environment, and no call of it streams events.
 */
const neverLoaded = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/core/event-streams',
  '@smithy/credential-provider-imds',
]

/**
 * How a function is bundled, wherever it runs: one minified ES module with all it imports.
 * `module` comes before `main`, since only ES modules can lose what nobody uses; packages that call
 * `require` all the same find it in the banner.
 */
export const functionOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  mainFields: ['module', 'main'],
  external: neverLoaded,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  },
  logLevel: 'warning',
} as const satisfies BuildOptions

/** Names of all functions of the topology. */
export const functionNames = Object.keys(environments) as FunctionName[]

/** Folder of a function's bundle. */
export function functionFolder(root: string, name: FunctionName): string {
  return join(root, functionsFolder, name)
}

/**
 * Bundles one function into its folder.
 * @param root absolute path of the repository
 * @throws esbuild's BuildFailure, for one where the entry does not exist
 */
export function bundleFunction(root: string, name: FunctionName): Promise<BuildResult<{ metafile: true }>> {
  return build({
    ...functionOptions,
    absWorkingDir: root,
    entryPoints: [topology.functions[name].entry],
    outfile: join(functionFolder(root, name), entryFile),
    metafile: true,
  })
}

/** Bundles every function of the topology. */
export async function bundleFunctions(root: string): Promise<void> {
  await Promise.all(functionNames.map((name) => bundleFunction(root, name)))
}
