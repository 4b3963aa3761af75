// `npm test`: sets up what is missing and runs every check. Plain Node 20, built-ins only until packages are in.
// The last line is `N passed, N failed`; the exit code is 0 only when nothing failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  ensureChromium,
  ensureJava,
  ensurePackages,
  nodeBinary,
  root,
  SetupError,
} from '../infra/local/setup.mjs'

const results = { passed: 0, failed: 0 }

try {
  ensurePackages()
  const tools = { node: nodeBinary(), java: ensureJava(), chromium: ensureChromium() }
  runChecks(tools)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  results.failed++
}
console.log(`${results.passed} passed, ${results.failed} failed`)
process.exit(results.failed === 0 ? 0 : 1)

function runChecks(tools) {
  mkdirSync(join(root, '.build'), { recursive: true })
  check('types', tools, ['typescript/bin/tsc', '--noEmit'])
  check('lint', tools, ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'])
  suite('unit', tools)
  suite('journeys', tools)
  check('cdk synth', tools, ['aws-cdk/bin/cdk', 'synth', '--quiet'])
}

/** One command that passes or fails as a whole. */
function check(name, tools, [program, ...args]) {
  const ok = run(name, tools, program, args)
  results[ok ? 'passed' : 'failed']++
}

/** A project of vitest.config.ts, counted test by test; one that could not even run is a failure. */
function suite(name, tools) {
  const report = join(root, '.build', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(name, tools, 'vitest/vitest.mjs', ['run', '--project', name, ...reporters])
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const { numPassedTests = 0, numFailedTests = 0 } = counts
  results.passed += numPassedTests
  results.failed += ok ? numFailedTests : Math.max(1, numFailedTests)
}

function run(name, { node, java, chromium }, program, args) {
  console.log(`\n── ${name}`)
  const env = { ...process.env, VICHE_JAVA: java, CHROMIUM: chromium, NO_UPDATE_NOTIFIER: '1' }
  const done = spawnSync(node, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  return done.status === 0
}
