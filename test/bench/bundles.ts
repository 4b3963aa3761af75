import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FunctionName } from '../../functions/environment'
import { bundleFunction, type Defines, entryFile, functionFolder, functionNames } from '../../infra/bundle'
import { localEnvironments } from '../../infra/local/settings'
import { type Figure, quantile, rounded } from './figures'

const STARTS = 5
const API_KB = 550
const BARE = 'bareNode'

/**
 * Size of each function's bundle, and how long a fresh process takes from its start until the function could
 * answer, beside a process that loads nothing. The starts are interleaved.
 */
export async function measureBundles(
  root: string,
  defines: Defines,
  tell: (what: string) => void,
): Promise<Figure[]> {
  tell('bundles')
  await Promise.all(functionNames.map((name) => bundleFunction(root, name, defines)))
  const starts = new Map<string, number[]>([BARE, ...functionNames].map((name) => [name, []]))
  for (let start = 0; start <= STARTS; start++) {
    tell(`cold start ${start}/${STARTS}`)
    for (const [name, times] of starts) {
      const time = await coldMs(name === BARE ? undefined : (name as FunctionName), root)
      // The first fills the file system's cache.
      if (start > 0) times.push(time)
    }
  }
  const sizes = await Promise.all(functionNames.map((name) => size(root, name)))
  const colds = [...starts].map(([name, times]) => ({
    key: `bundles.${name}.coldMs`,
    value: rounded(quantile(times, 0.5), 0),
    unit: 'ms',
  }))
  return [...sizes, ...colds]
}

async function size(root: string, name: FunctionName): Promise<Figure> {
  const { size } = await stat(join(functionFolder(root, name), entryFile))
  const figure = { key: `bundles.${name}.kb`, value: rounded(size / 1024, 0), unit: 'KB' }
  return name === 'api' ? { ...figure, limit: { atMost: API_KB } } : figure
}

async function coldMs(name: FunctionName | undefined, root: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script(name, root)], {
    env: { PATH: process.env.PATH, ...(name && environmentOf(name)) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${name ?? 'node'} ends with ${code}`)
  return performance.now() - began
}

function script(name: FunctionName | undefined, root: string): string {
  if (!name) return ''
  const entry = pathToFileURL(join(functionFolder(root, name), entryFile)).href
  return `const { handler } = await import('${entry}'); process.exit(typeof handler === 'function' ? 0 : 1)`
}

function environmentOf(name: FunctionName): Record<string, string> {
  const environment = localEnvironments('https://petitions.example', {})[name]
  const values = Object.entries(environment).map(([key, value]) => [key, String(value)])
  const aws = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' }
  return { ...Object.fromEntries(values), ...aws }
}
