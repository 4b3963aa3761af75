import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { freePort } from '../../infra/local/free-port'
import { Site } from '../support/journeys/site'
import { startDemonstration } from './demonstration'
import { petitionOf } from './petitions'

/**
 * Lighthouse on the pages that residents open most, as on a slow phone: performance is the median of three runs.
 * With `once` each page runs once and performance is printed only, for machines that do other work meanwhile.
 * Exits 1 where a page falls short.
 */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const
type Category = keyof typeof LEAST
const CATEGORIES = Object.keys(LEAST) as Category[]

type Scores = Readonly<Record<Category, number>>

const once = process.argv.includes('once')
const held = once ? CATEGORIES.filter((category) => category !== 'performance') : CATEGORIES

const demonstration = await startDemonstration()
try {
  const id = await petitionOf(new Site(demonstration.url), 'collecting')
  const pages = { home: '/', list: '/petitions', petition: `/petitions/${id}`, sign: `/petitions/${id}/sign` }
  const rows: Record<string, Scores> = {}
  for (const [name, path] of Object.entries(pages)) rows[name] = await scoresOf(`${demonstration.url}${path}`)
  console.table(rows)
  const short = Object.entries(rows).flatMap(([name, scores]) =>
    held
      .filter((category) => scores[category] < LEAST[category])
      .map((category) => `${name}: ${category} ${scores[category]}, at least ${LEAST[category]}`),
  )
  for (const line of short) console.error(line)
  process.exitCode = short.length > 0 ? 1 : 0
} finally {
  await demonstration.stop()
}

/** Of each category the median of the runs. */
async function scoresOf(address: string): Promise<Scores> {
  const runs: Scores[] = []
  for (let run = 0; run < (once ? 1 : 3); run++) runs.push(await measureOnce(address))
  const median = (category: Category) =>
    runs.map((scores) => scores[category]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)]!
  return Object.fromEntries(CATEGORIES.map((category) => [category, median(category)])) as Scores
}

/** A trace that the browser did not record, as happens on a busy machine, is recorded once more. */
async function measureOnce(address: string): Promise<Scores> {
  try {
    return await measure(address)
  } catch (error) {
    console.error(`${(error as Error).message} Once more.`)
    return measure(address)
  }
}

/** @throws Error where Lighthouse could not measure */
async function measure(address: string): Promise<Scores> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM!,
    args: [`--remote-debugging-port=${port}`],
  })
  try {
    const skipAudits = await audited(address)
    const result = await lighthouse(address, {
      port,
      onlyCategories: CATEGORIES,
      ...(skipAudits.length > 0 && { skipAudits }),
    })
    const { categories, audits, runtimeError } = result!.lhr
    if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`)
    for (const [name, { score, title }] of Object.entries(audits)) {
      if (score === 0 && isHeld(name, categories)) console.error(`${new URL(address).pathname}: ${title}`)
    }
    return Object.fromEntries(
      CATEGORIES.map((category) => [category, Math.round((categories[category]!.score ?? 0) * 100)]),
    ) as Scores
  } finally {
    await browser.close()
  }
}

/** Forms to sign are kept out of search on purpose: whether they can be found is not asked of them. */
async function audited(address: string): Promise<string[]> {
  const html = await (await fetch(address)).text()
  return html.includes('name="robots" content="noindex"') ? ['is-crawlable'] : []
}

type Categories = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']['categories']

function isHeld(audit: string, categories: Categories): boolean {
  return held
    .filter((category) => category !== 'performance')
    .some((category) => categories[category]!.auditRefs.some(({ id, weight }) => id === audit && weight > 0))
}
