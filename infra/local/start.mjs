// `npm start`: sets up what is missing, bundles the local stack and runs it. Plain Node 20, built-ins only.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  buildAssets,
  bundle,
  endBundler,
  ensureJava,
  ensurePackages,
  nodeBinary,
  root,
  SetupError,
} from './setup.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
// Left to itself, the heap grows with the machine's memory long before what lives in it does.
const HEAP_MB = ['--max-old-space-size=256', '--max-semi-space-size=8']

try {
  ensurePackages()
  const node = nodeBinary()
  const java = ensureJava()
  const assets = await buildAssets('.build/local')
  const main = await bundle('infra/local/main.ts', '.build/local/main.js', assets)
  await endBundler()
  run(node, java, main)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exit(1)
}

function run(node, java, main) {
  const child = spawn(node, [...HEAP_MB, '--enable-source-maps', main, ...process.argv.slice(2)], {
    // The channel closes with this process however it ends, and the stack ends with the channel.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, VICHE_JAVA: java, VICHE_ROOT: root },
  })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  endWithNpm(child)
}

/** npm killed outright passes no signal on; its child, or the shell between them, then has another parent. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const started = ancestors()
  setInterval(() => ancestors() !== started && child.kill('SIGTERM'), 500).unref()
}

/** Parent and, where the system tells it cheaply, the parent's parent. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
