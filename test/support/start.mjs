// Starts what a command of package.json runs: a bundle under the product's own Node. Plain Node 20 until packages are in.
import { spawn } from 'node:child_process'
import { ensurePackages, nodeBinary, SetupError } from '../../infra/local/setup.mjs'

/**
 * Sets up, runs the bundle to its end and ends as it does; a signal to this process goes on to it.
 * @param {() => Promise<{ main: string, flags?: string[], args?: string[], env?: object, cwd?: string }>} prepare
 *   makes the bundle; `env` is added to this process's
 */
export async function startRun(prepare) {
  try {
    ensurePackages()
    const { main, flags = [], args = process.argv.slice(2), env = {}, ...place } = await prepare()
    const child = spawn(nodeBinary(), ['--enable-source-maps', ...flags, main, ...args], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      ...place,
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => process.exit(code ?? 1))
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
