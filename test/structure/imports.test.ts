import { readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../support/source-files'

/** Which top-level folders each may import from, itself included. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  verifier: ['shared', 'verifier'],
  web: ['shared', 'verifier', 'web'],
  functions: ['shared', 'web', 'functions'],
  infra: ['shared', 'web', 'functions', 'infra'],
}

/** Packages that the pure core rests on: they reach nothing outside either. */
const CORE_PACKAGES = [
  'culori',
  'ipaddr.js',
  'zod',
  'zod-openapi',
  'temporal-polyfill/fns',
  'node:crypto',
  'asn1js',
  'pkijs',
  '@orama/stemmers',
]

const IMPORT = /(?:from|import\()\s*'([^']+)'/g

describe.each(Object.keys(MAY))('%s', (folder) => {
  it('imports only from where it may', () => {
    const wrong = sourceFiles(folder).flatMap((file) =>
      imports(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => normalize(join(dirname(file), target)).split(sep)[0]!)
        .filter((top) => !MAY[folder]!.includes(top))
        .map((top) => `${file} → ${top}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('the pure core', () => {
  it('rests on few packages', () => {
    const packages = sourceFiles('shared')
      .flatMap(imports)
      .filter((target) => !target.startsWith('.'))
    expect(
      [...new Set(packages)].filter((name) => !CORE_PACKAGES.some((known) => name.startsWith(known))),
    ).toEqual([])
  })

  it('asks neither clock nor environment nor chance', () => {
    const impure =
      /Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.now|Temporal\.Now|randomBytes|fetch\(/
    expect(sourceFiles('shared').filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, target]) => target!)
}
