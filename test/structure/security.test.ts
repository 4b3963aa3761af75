import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Requirements of ASVS 5.0.0 at levels 1 and 2: by section, the numbers in it. */
const REQUIRED: Readonly<Record<string, string>> = {
  ...{ '1.1': '1-2', '1.2': '1-9', '1.3': '1-11', '1.4': '1-3', '1.5': '1-2' },
  ...{ '2.1': '1-3', '2.2': '1-3', '2.3': '1-4', '2.4': '1-1' },
  ...{ '3.2': '1-2', '3.3': '1-4', '3.4': '1-6', '3.5': '1-5', '3.7': '1-2' },
  ...{ '4.1': '1-3', '4.2': '1-1', '4.3': '1-2', '4.4': '1-4' },
  ...{ '5.1': '1-1', '5.2': '1-3', '5.3': '1-2', '5.4': '1-3' },
  ...{ '6.1': '1-3', '6.2': '1-12', '6.3': '1-4', '6.4': '1-4', '6.5': '1-5', '6.6': '1-3', '6.8': '1-4' },
  ...{ '7.1': '1-3', '7.2': '1-4', '7.3': '1-2', '7.4': '1-5', '7.5': '1-2', '7.6': '1-2' },
  ...{ '8.1': '1-2', '8.2': '1-3', '8.3': '1-1', '8.4': '1-1' },
  ...{ '9.1': '1-3', '9.2': '1-4' },
  ...{
    '10.1': '1-2',
    '10.2': '1-2',
    '10.3': '1-4',
    '10.4': '1-11',
    '10.5': '1-5',
    '10.6': '1-2',
    '10.7': '1-3',
  },
  ...{ '11.1': '1-2', '11.2': '1-3', '11.3': '1-3', '11.4': '1-4', '11.5': '1-1', '11.6': '1-1' },
  ...{ '12.1': '1-3', '12.2': '1-2', '12.3': '1-4' },
  ...{ '13.1': '1-1', '13.2': '1-5', '13.3': '1-2', '13.4': '1-5' },
  ...{ '14.1': '1-2', '14.2': '1-4', '14.3': '1-3' },
  ...{ '15.1': '1-3', '15.2': '1-3', '15.3': '1-7' },
  ...{ '16.1': '1-1', '16.2': '1-5', '16.3': '1-4', '16.4': '1-3', '16.5': '1-3' },
  ...{ '17.1': '1-1', '17.2': '1-4', '17.3': '1-2' },
}

const ROW = /^\| (\d+\.\d+\.\d+) \| (.+) \| (met|part|no|n\/a) \| (.+) \| (.*) \|$/gm
const text = readFileSync('docs/security.md', 'utf8')
const rows = [...text.matchAll(ROW)].map(([, id, , state, how, tests]) => ({ id, state, how, tests: tests! }))

test('every requirement of levels 1 and 2 has its row, once and in order', () => {
  const required = Object.entries(REQUIRED).flatMap(([section, range]) => {
    const [first, last] = range.split('-').map(Number) as [number, number]
    return Array.from({ length: last - first + 1 }, (_, n) => `${section}.${first + n}`)
  })
  expect(required).toHaveLength(253)
  expect(rows.map(({ id }) => id)).toEqual(required)
})

test('a row names tests and decisions that exist', () => {
  const named = rows.flatMap(({ tests }) =>
    [...tests.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path!),
  )
  expect(named.filter((path) => !existsSync(path))).toEqual([])
  expect(named.length).toBeGreaterThan(100)
  const files = [...text.matchAll(/`((?:functions|shared|infra|web|test|docs)\/[\w./-]+)`/g)]
  expect(files.map(([, path]) => path!).filter((path) => !existsSync(path))).toEqual([])
})

test('whatever is not met or met in part says why', () => {
  for (const { id, state, how } of rows.filter(({ state }) => state !== 'met')) {
    expect([id, state, how!.length > 3]).toEqual([id, state, true])
  }
})
