// Builds the verifier's command as one file for any Node from 20 on, without dependencies.
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Everything that goes into it. */
const SOURCES = ['verifier', 'shared', 'package-lock.json']

/**
 * Writes the command to a file, unless what is there is no older than its sources.
 * @param {string} file absolute path
 * @returns {Promise<string>} the same path
 */
export async function buildCommand(file) {
  if (changedAt(file) > Math.max(...SOURCES.map((source) => newest(join(root, source))))) return file
  const { build } = await import(pathToFileURL(join(root, 'node_modules/esbuild/lib/main.js')).href)
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['verifier/command/main.ts'],
    outfile: file,
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    mainFields: ['module', 'main'],
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);",
    },
    logLevel: 'warning',
  })
  mkdirSync(dirname(file), { recursive: true })
  // Two builds at once must not leave half a file.
  const aside = `${file}.${process.pid}.new`
  writeFileSync(aside, outputFiles[0].contents, { mode: 0o755 })
  renameSync(aside, file)
  return file
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(...readdirSync(path).map((name) => newest(join(path, name))))
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
