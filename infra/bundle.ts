import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BuildOptions, type BuildResult, build } from 'esbuild'
import { environments, type FunctionName } from '../functions/environment'
import { topology } from './topology'

/** Where bundles lie, from the repository's root: one folder a function, `index.mjs` in it. */
export const functionsFolder = '.build/functions'

/** The file that Lambda loads; its `handler` is the function. */
export const entryFile = 'index.mjs'

/** Parts of the SDK that it loads only where credentials do not stand in the environment, as a function's do. */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
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
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
  },
  logLevel: 'warning',
} as const satisfies BuildOptions

/**
 * Imports that stay out of a function's bundle since they are never followed.
 * Only the client for files has calls that stream events, and it imports their part at its start.
 */
function neverLoaded(name: FunctionName): string[] {
  const keepsFiles = topology.functions[name].grants.some(({ on }) => on === 'objects')
  return keepsFiles ? otherCredentials : [...otherCredentials, '@smithy/core/event-streams']
}

/** Names of all functions of the topology. */
export const functionNames = Object.keys(environments) as FunctionName[]

/** Folder of a function's bundle. */
export function functionFolder(root: string, name: FunctionName): string {
  return join(root, functionsFolder, name)
}

/** Expressions to put in for names, as esbuild's `define` takes them. */
export type Defines = Readonly<Record<string, string>>

/**
 * Bundles one function into its folder, with the files that lie beside it.
 * @param root absolute path of the repository
 * @param defines what the build of the site's styles and scripts says of them; the names they have unbuilt without it
 * @throws esbuild's BuildFailure, for one where the entry does not exist
 */
export async function bundleFunction(
  root: string,
  name: FunctionName,
  defines: Defines = {},
): Promise<BuildResult<{ metafile: true }>> {
  const result = await build({
    ...functionOptions,
    define: { ...functionOptions.define, ...defines },
    external: neverLoaded(name),
    absWorkingDir: root,
    entryPoints: [topology.functions[name].entry],
    outfile: join(functionFolder(root, name), entryFile),
    metafile: true,
  })
  const files = Object.entries(topology.functions[name].files ?? {})
  await Promise.all(
    files.map(([file, source]) =>
      copyFile(join(root, 'node_modules', source), join(functionFolder(root, name), file)),
    ),
  )
  return result
}

/** Bundles every function of the topology. */
export async function bundleFunctions(root: string, defines: Defines = {}): Promise<void> {
  await Promise.all(functionNames.map((name) => bundleFunction(root, name, defines)))
}
