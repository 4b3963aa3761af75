// Runs on plain Node 20 before anything is installed: built-ins only.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCommand } from '../../bin/build.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const NODE_MAJOR = 22
const JAVA_MAJOR = 17

/** What the reader must do before the command can go on; its message is the whole output. */
export class SetupError extends Error {}

/** Installs the packages with `npm ci` unless what is installed is what package-lock.json names. */
export function ensurePackages() {
  if (packagesCurrent()) return
  say('Встановлюю пакети (npm ci)… / Installing packages (npm ci)…')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) {
    throw new SetupError('Пакети не встановилися: npm ci / Packages were not installed: npm ci')
  }
}

/** Compared by content when the dates disagree: a checkout touches the file without changing it. */
function packagesCurrent() {
  const wanted = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages).every(
    ([path, entry]) => path === '' || (have[path] ? have[path].version === entry.version : isOptional(entry)),
  )
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.devOptional || entry.peer)
}

/**
 * Path of a Java of version 17 or later; on Debian as root it is installed when missing.
 * @returns {string}
 * @throws {SetupError} that says what to install
 */
export function ensureJava() {
  const found = findJava()
  if (found) return found
  installOnDebian('Java 17', ['openjdk-17-jre-headless'], ['default-jre-headless'])
  const installed = findJava()
  if (installed) return installed
  throw new SetupError(
    'Потрібна Java 17 або новіша: Debian та Ubuntu — sudo apt-get install openjdk-17-jre-headless, macOS — brew install openjdk@17 / ' +
      'Java 17 or later is needed: sudo apt-get install openjdk-17-jre-headless, or brew install openjdk@17',
  )
}

/**
 * Path of Chromium for the browser journeys (CHROMIUM names another); on Debian as root it is installed when missing.
 * @returns {string}
 * @throws {SetupError} that says what to install
 */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  installOnDebian('Chromium', ['chromium'])
  const installed = findChromium()
  if (installed) return installed
  throw new SetupError(
    'Потрібен Chromium: sudo apt-get install chromium, або вкажіть шлях у CHROMIUM / ' +
      'Chromium is needed: sudo apt-get install chromium, or name its path in CHROMIUM',
  )
}

/**
 * Path of a Node of version 22 or later: the running one, else the one among the packages.
 * @returns {string}
 * @throws {SetupError} where there is none for this system
 */
export function nodeBinary() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath
  const packaged = join(root, 'node_modules', `node-${platform()}-${arch()}`, 'bin', 'node')
  if (existsSync(packaged)) return packaged
  throw new SetupError(
    `Потрібен Node.js ${NODE_MAJOR} або новіший, а це ${process.versions.node} / ` +
      `Node.js ${NODE_MAJOR} or later is needed, this is ${process.versions.node}`,
  )
}

/**
 * Bundles a TypeScript entry for Node; packages stay outside.
 * @param {string} entry path from the repository's root
 * @param {string} outfile path from the repository's root
 * @param {Record<string, string>} define expressions to put in for names, as esbuild takes them
 * @returns {Promise<string>} absolute path of the bundle
 */
export async function bundle(entry, outfile, define = {}) {
  const esbuild = await bundler()
  const path = join(root, outfile)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: `node${NODE_MAJOR}`,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
    define,
  })
  return path
}

/** Ends the bundler's own process, which would otherwise stay as long as this one. */
export async function endBundler() {
  await (await bundler()).stop()
}

/** Loaded by its path: it may have been installed only after this process began. */
function bundler() {
  return import(pathToFileURL(join(root, 'node_modules', 'esbuild', 'lib', 'main.js')).href)
}

/**
 * Builds styles and scripts into a folder, named by their content, and the verifier's command for whoever
 * downloads it.
 * @param {string} folder path from the repository's root
 * @returns {Promise<Record<string, string>>} what to define where pages are rendered
 */
export async function buildAssets(folder) {
  const source = 'web/build-assets.ts'
  // The sources of the assets lie beside the source of their build, not beside its bundle.
  const define = { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, source)).href) }
  const module = await bundle(source, '.build/local/build-assets.js', define)
  const { files, manifest } = await (await import(pathToFileURL(module).href)).buildAssets()
  for (const { key, body } of files) {
    const path = join(root, folder, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, body)
  }
  await buildCommand(join(root, folder, 'verify/viche.mjs'))
  return { VICHE_ASSETS: JSON.stringify(manifest) }
}

function findJava() {
  const home = process.env.JAVA_HOME
  const candidates = [...(home ? [join(home, 'bin', 'java')] : []), ...onPath('java')]
  return candidates.find((java) => existsSync(java) && javaMajor(java) >= JAVA_MAJOR)
}

/** Read from the `release` file of the installation where there is one: starting a JVM only to ask costs more. */
function javaMajor(java) {
  const release = join(dirname(dirname(realpathSync(java))), 'release')
  const text = existsSync(release)
    ? readFileSync(release, 'utf8')
    : (spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr ?? '')
  const version = /(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)/.exec(text)
  return version ? Number(version[1]) : 0
}

function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap(onPath).find((path) => existsSync(path))
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
}

/** Tries each set of packages in turn; does nothing elsewhere than on Debian as root. */
function installOnDebian(what, ...choices) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  say(`Встановлюю ${what} (apt-get)… / Installing ${what} (apt-get)…`)
  apt(['update'])
  for (const packages of choices) {
    if (apt(['install', '-y', '--no-install-recommends', ...packages])) return
  }
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
