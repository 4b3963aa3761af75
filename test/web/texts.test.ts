import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatMoment, formatNumber, formatShortDay } from '../../web/texts/format'
import { textsOf } from '../../web/texts/index'
import { textsOf as mailTexts } from '../../web/texts/mail'
import { signaturesIn, termIn } from '../../web/texts/speech'

const web = join(import.meta.dirname, '../../web')
/** Typesets what is not a page. */
/** Letters, documents and the desk say some of the words. */
const functions = join(import.meta.dirname, '../../functions')

describe('counted words', () => {
  it.each([
    [0, '0 підписів'],
    [1, '1 підпис'],
    [2, '2 підписи'],
    [4, '4 підписи'],
    [5, '5 підписів'],
    [11, '11 підписів'],
    [12, '12 підписів'],
    [21, '21 підпис'],
    [111, '111 підписів'],
    [122, '122 підписи'],
    [6000, '6\u00a0000 підписів'],
  ])('%i → %s', (n, words) => {
    expect(signaturesIn('uk', n)).toBe(words)
  })

  it('says terms in both languages', () => {
    expect(termIn('uk', { unit: 'working-days', count: 10 })).toBe('10 робочих днів')
    expect(termIn('uk', { unit: 'months', count: 3 })).toBe('3 місяці')
    expect(termIn('en', { unit: 'calendar-days', count: 1 })).toBe('1 calendar day')
    expect(signaturesIn('en', 6000)).toBe('6,000 signatures')
  })
})

describe('dates', () => {
  it('are Kyiv’s on both sides of daylight saving', () => {
    expect(formatMoment('uk', '2026-01-15T22:30:00.000Z')).toBe('16\u00a0січня 2026 року, 00:30')
    expect(formatMoment('uk', '2026-07-15T21:30:00.000Z')).toBe('16\u00a0липня 2026 року, 00:30')
    expect(formatDate('en', '2026-07-15T21:30:00.000Z')).toBe('16\u00a0July 2026')
  })

  it('keep calendar days as they are', () => {
    expect(formatDay('uk', '2026-05-01')).toBe('1\u00a0травня 2026 року')
    expect(formatShortDay('uk', '2026-05-01')).toBe('01.05.2026')
    expect(formatNumber('uk', 20_000)).toBe('20\u00a0000')
  })
})

describe('texts', () => {
  const sources = [...filesOf(web), ...filesOf(functions)]
    .filter((file) => /\.tsx?$/.test(file) && !/texts\/(uk|en)/.test(file))
    .map((file) => readFileSync(file, 'utf8'))

  it.each(['pages', 'mails'])('of %s are there in both languages, none empty', (kind) => {
    const [uk, en] = kind === 'pages' ? [textsOf('uk'), textsOf('en')] : [mailTexts('uk'), mailTexts('en')]
    expect(leavesOf(en).map(([path]) => path)).toEqual(leavesOf(uk).map(([path]) => path))
    for (const [path, text] of [...leavesOf(uk), ...leavesOf(en)]) {
      if (typeof text === 'string') expect(text.trim(), path).not.toBe('')
    }
  })

  it('hold no Latin letters in Ukrainian words and no Cyrillic in English ones', () => {
    const words = (tree: object) => leavesOf(tree).filter(([, text]) => typeof text === 'string')
    const mixed = /[a-z][а-яіїєґ]|[а-яіїєґ][a-z]/iu
    for (const [path, text] of [...words(textsOf('uk')), ...words(mailTexts('uk'))])
      expect(text, path).not.toMatch(mixed)
    for (const [path, text] of [...words(textsOf('en')), ...words(mailTexts('en'))])
      if (path !== 'site.otherLanguage') expect(text, path).not.toMatch(/[а-яіїєґ]/iu)
  })

  it('use the apostrophe and quotation marks of Ukrainian typesetting', () => {
    for (const [path, text] of [...leavesOf(textsOf('uk')), ...leavesOf(mailTexts('uk'))])
      if (typeof text === 'string') expect(text, path).not.toMatch(/[а-яіїєґ]['"]|["'][а-яіїєґ]/iu)
  })

  it('are all used', () => {
    const unused = [...leavesOf(textsOf('uk')), ...leavesOf(mailTexts('uk'))]
      .map(([path]) => path)
      .filter((path) => !isUsed(path, sources))
    expect(unused).toEqual([])
  })
})

/** Tables of words that are read by a key from data. */
const TABLES = [
  ...[
    'units',
    'roles',
    'statuses',
    'outcomes',
    'now',
    'deadlineStatuses',
    'events',
    'noticeKinds',
    'noticeStatuses',
  ],
  ...[
    'steps',
    'filters',
    'identity',
    'rules',
    'hints',
    'parts',
    'force',
    'privacy',
    'appealTerms',
    'act',
    'fields',
  ],
  ...['columns', 'dossierKinds', 'links', 'notices', 'subjects', 'searchFound'],
  ...['sorts', 'total', 'unfiltered', 'overdueNow', 'positions'],
  ...['beforeParts', 'helpParts', 'advice', 'faults', 'later'],
  ...['picture', 'most', 'omitted', 'period', 'news'],
  ...['langs', 'themes', 'sizes', 'helps', 'logoErrors', 'colourFlaws'],
  ...['groups', 'overdueBy', 'waitingFor', 'done'],
  ...['withdrawals', 'refusals', 'doneWords', 'noneWhy', 'consequences', 'neverItems', 'selfItems'],
  ...['swatches', 'sample', 'themes'],
  ...['facts', 'mayOf', 'roleNames', 'names', 'unitNames', 'acts', 'settingsActs'],
  ...['advice', 'reasons', 'preview', 'previewTitle', 'must', 'stages', 'kinds', 'day', 'answers'],
]

/**
 * A text is used where one file names the whole way to it: its areas, and itself or the table that it stands in.
 * A key that two areas share is so held in each of them.
 */
function isUsed(path: string, sources: readonly string[]): boolean {
  const names = path.split('.')
  const table = names.findIndex((name) => TABLES.includes(name))
  const way = table < 0 ? names : names.slice(0, table + 1)
  return sources.some((source) => {
    const read = namesIn(source)
    return way.every((name, n) => read.has(name) || read.has(`${way[n - 1]}[]`))
  })
}

const known = new Map<string, ReadonlySet<string>>()

/** Every name that a source reads from something: `.name`, `{ name }`, `['name']`; of `.name[key]` also `name[]`. */
function namesIn(source: string): ReadonlySet<string> {
  let names = known.get(source)
  if (!names) {
    const read = source.matchAll(/(?:\.|[{,]\s*|\[')([\w-]+)(\[(?!['\d]))?/g)
    names = new Set([...read].flatMap(([, name, key]) => (key ? [name!, `${name}[]`] : [name!])))
    known.set(source, names)
  }
  return names
}

function leavesOf(tree: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object'
      ? leavesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, value] as [string, unknown]],
  )
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
