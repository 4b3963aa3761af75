import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { check } from 'recheck'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'
import { sourceFiles } from '../support/source-files'

// Text that people or programs send meets no pattern whose time grows faster than with the square of its length (ReDoS).

const PARTS = ['shared', 'functions', 'web', 'verifier']
/** Everything sent is shorter than some kilobytes, for which the square of the length is milliseconds. */
const MOST_DEGREE = 2

interface Found {
  readonly file: string
  readonly source: string
  readonly flags: string
}

test('no pattern of the product can be made to run long', async () => {
  const found = PARTS.flatMap((part) => sourceFiles(part)).flatMap(patternsIn)
  const distinct = new Map(found.map((one) => [`${one.source}/${one.flags}`, one]))
  expect(distinct.size).toBeGreaterThan(100)
  const slow: string[] = []
  for (const one of distinct.values()) {
    const trouble = await troubleWith(one)
    if (trouble) slow.push(`${one.file}: /${one.source}/${one.flags} ${trouble}`)
  }
  expect(slow).toEqual([])
}, 120_000)

async function troubleWith({ source, flags }: Found): Promise<string | undefined> {
  const verdict = await check(source, flags, { timeout: 10_000 })
  if (verdict.status === 'safe') return undefined
  if (verdict.status === 'unknown') return verdict.error.kind
  const { complexity } = verdict
  const bearable = complexity.type === 'polynomial' && complexity.degree <= MOST_DEGREE
  return bearable ? undefined : complexity.summary
}

/** The literal patterns of a file. */
function patternsIn(file: string): Found[] {
  const loader = file.endsWith('.tsx') ? 'tsx' : 'ts'
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader, jsx: 'automatic', format: 'esm' })
  const found: Found[] = []
  visit(parseAst(code), (source, flags) => found.push({ file, source, flags }))
  return found
}

function visit(node: unknown, tell: (source: string, flags: string) => void): void {
  if (typeof node !== 'object' || node === null) return
  const { regex } = node as { regex?: { pattern: string; flags: string } }
  if (regex) tell(regex.pattern, regex.flags)
  for (const value of Object.values(node)) visit(value, tell)
}
