import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Campaign, startCampaign } from './campaign'
import { counted, countOf } from './counting'
import { resident } from './crowd'
import { type Curve, readCurve } from './curve'
import { march } from './march'
import { type Options, readOptions, WrongOption } from './options'
import { PostOffice } from './post-office'
import { ProgressBar } from './progress'
import { report } from './report'
import { sign } from './signer'
import { Site } from './site'
import { Solver } from './solver'
import { Tally } from './tally'
import type { Town } from './town'
import { agrees, judge } from './verdict'

try {
  process.exitCode = await replay(readOptions(process.argv.slice(2), process.env))
} catch (error) {
  const words = wordsFor(error)
  if (words === undefined) throw error
  console.error(words)
  process.exitCode = 1
}

/** What the person at the keyboard can mend; undefined for a fault of the replay or the product. */
function wordsFor(error: unknown): string | undefined {
  if (error instanceof WrongOption) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'No stack answers there: run npm start first, or name it with --url'
  return code === 'ENOENT' ? `No such file: ${path}` : undefined
}

/** @returns the exit code: 0 when everything agrees */
async function replay(options: Options): Promise<number> {
  const curve = readCurve(await readFile(options.csv, 'utf8'))
  const site = new Site(options.url)
  const post = await PostOffice.open(site)
  const solver = new Solver(new URL('./solver-thread.js', import.meta.url), 2)
  try {
    return await play(options, curve, { site, post, solver })
  } finally {
    post.close()
    await solver.close()
    await site.close()
  }
}

async function play(options: Options, curve: Curve, town: Town): Promise<number> {
  const { signatures, url } = options
  const run = randomBytes(4).toString('hex')
  const campaign = await startCampaign(town, run)
  console.log(`${url}/petitions/${campaign.petitionId}`)
  const tally = new Tally(signatures)
  const began = performance.now()
  const lag = await signAll(options, curve, { town, campaign, run, tally })
  const minutes = (performance.now() - began) / 60_000
  const findings = await judge(town.site, campaign, signatures, tally)
  console.log(report({ options, curve, minutes, lag, tally, findings }))
  return findings.every(agrees) ? 0 : 1
}

interface Cast {
  readonly town: Town
  readonly campaign: Campaign
  readonly run: string
  readonly tally: Tally
}

/** @returns the most that the confirmed signatures were behind the curve */
async function signAll(
  options: Options,
  curve: Curve,
  { town, campaign, run, tally }: Cast,
): Promise<number> {
  const { signatures: people, minutes } = options
  const { site } = town
  const bar = new ProgressBar(people)
  let count = 0
  let most = 0
  const watch = setInterval(async () => {
    count = await countOf(site, campaign.petitionId).catch(() => count)
  }, 1000)
  const step = (number: number) =>
    sign(town, campaign, resident(number, run), tally).catch((error) => tally.fail(error))
  const tell = ({ due }: { due: number }) => {
    const lag = Math.max(0, due - tally.confirmed - tally.failed)
    most = Math.max(most, lag)
    bar.tell({ confirmed: tally.confirmed, counted: count, lag })
  }
  await march({ curve, people, minutes, step, tell })
  clearInterval(watch)
  await counted(site, campaign.petitionId, tally.confirmed, (now) =>
    bar.tell({ confirmed: tally.confirmed, counted: now, lag: 0 }),
  )
  bar.stop()
  return most
}
