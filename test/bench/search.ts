import { PetitionSearch, type SearchTerms, searchTerms } from '../../shared/search/petition-search'
import { similarTo } from '../../shared/search/similar'
import { type Figure, quantile, rounded } from './figures'

const PETITIONS = 20_000
const QUERY_MS = 50
/** Queries of each kind that readers type: one word, several, misspelt, in the wrong layout, a number. */
const QUERIES = [
  'дорога',
  'ремонт дороги біля школи',
  'освитлення вулиці',
  'lsnzxbq cfljr',
  '1234',
  'щось зовсім інше',
]
const ROUNDS = 20

/**
 * What the search costs with 20,000 petitions, in time of one processor: making the terms of one when it is published,
 * building the index in a new process, and a query once it is warm.
 */
export function measureSearch(): Figure[] {
  const petitions = Array.from({ length: PETITIONS }, (_, n) => petition(n))
  let terms: SearchTerms[] = []
  const termsMs = processorMs(() => {
    terms = petitions.map(searchTerms)
  })
  const heap = usedMb()
  const search = new PetitionSearch()
  const buildMs = processorMs(() => {
    for (const [n, one] of terms.entries()) search.add(`p${n}`, one)
  })
  const memoryMb = usedMb() - heap
  const times = timesOf(QUERIES.map((q) => () => search.find(q)))
  const wish = { title: 'Відремонтувати дорогу біля дитячого садка', text: 'Дорога розбита, діти падають.' }
  const similar = timesOf([() => similarTo(search, wish, () => true)])
  return [
    { key: 'search.petitions', value: PETITIONS, unit: '' },
    { key: 'search.termsMs', value: rounded(termsMs / PETITIONS, 2), unit: 'ms each' },
    { key: 'search.buildSeconds', value: rounded(buildMs / 1000, 1), unit: 's' },
    { key: 'search.indexMb', value: rounded(memoryMb, 0), unit: 'MB' },
    { key: 'search.queryMs.p50', value: rounded(quantile(times, 0.5), 1), unit: 'ms' },
    {
      key: 'search.queryMs.p95',
      value: rounded(quantile(times, 0.95), 1),
      unit: 'ms',
      limit: { atMost: QUERY_MS },
    },
    { key: 'search.similarMs.p50', value: rounded(quantile(similar, 0.5), 1), unit: 'ms' },
  ]
}

/** Of each work several times, the first left out: it warms up. */
function timesOf(works: readonly (() => unknown)[]): number[] {
  for (const work of works) work()
  return Array.from({ length: ROUNDS }, () => works.map(processorMs)).flat()
}

/** Time of the processor, which other programs of the machine do not lengthen. */
function processorMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function usedMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const ROOTS =
  'дорог вулиц школ садок ремонт освітлен парк двор зупинк автобус лікарн бібліотек сміт тварин дерев міст площ будин підізд вод світл дит громад рад бюджет проєкт безпек перехід світлофор велосипед'.split(
    ' ',
  )
const SYLLABLES = 'ба ве го ди же зі ко лу ма не по ри со ту фе хо цу ча ше щи'.split(' ')
const ENDINGS = ['а', 'и', 'у', 'ою', 'і', 'ів', 'ами', 'ах', 'ний', 'ного']
const WORDS = 30_000

/** Words as they are in a language (Zipf): the r-th is met as often as 1/(r + 10). The n-th petition is always the same. */
function petition(n: number) {
  let seed = n + 1
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const word = () => {
    const rank = Math.floor(10 * ((WORDS + 10) / 10) ** next() - 10)
    return `${rootOf(rank)}${ENDINGS[Math.floor(next() * ENDINGS.length)]}`
  }
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const author = { surname: word(), givenName: word() }
  return { title: words(8), text: words(130), number: n + 1, author }
}

function rootOf(rank: number): string {
  if (rank < ROOTS.length) return ROOTS[rank]!
  const digits = [rank % 20, Math.floor(rank / 20) % 20, Math.floor(rank / 400) % 20, Math.floor(rank / 8000)]
  return `${digits.map((digit) => SYLLABLES[digit]).join('')}к`
}
