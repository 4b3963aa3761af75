import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { ProgressRow } from '../bench/progress'
import { Campaign, type GroupReport } from './campaign'
import { GROUPS, readDocument } from './document'
import { prepare } from './ground'

const USAGE = `npm run fuzz -- [--requests N] [--group NAME]… [--seed N]
  --requests  of each group of routes; 100000 where none is given
  --group     ${GROUPS.join(', ')}; all of them where none is given
  --seed      what a failure has printed, to see it again`

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    group: { type: 'string', multiple: true, default: [...GROUPS] },
    seed: { type: 'string', default: String(randomInt(2 ** 30)) },
  },
})
const [requests, seed] = [Number(values.requests), Number(values.seed)]
const groups = GROUPS.filter((group) => values.group.includes(group))
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed) || groups.length === 0) {
  console.error(USAGE)
  process.exit(2)
}

const row = new ProgressRow()
console.log(`seed ${seed}`)
row.tell('starting')
const ground = await prepare()
const reports: GroupReport[] = []
try {
  const { document, targets } = await readDocument(ground.town)
  const campaign = new Campaign(ground, document)
  for (const group of groups) {
    const own = targets.filter((target) => target.group === group)
    reports.push(await campaign.group(group, own, { requests, seed, tell: row.tell }))
    row.end()
    console.log(wordsOf(reports.at(-1)!))
  }
  await campaign.close()
} finally {
  await ground.town.stop()
}
const failed = reports.filter(({ failure }) => failure !== undefined)
const total = reports.reduce((sum, one) => sum + one.requests, 0)
console.log(`${total} requests in ${reports.length} groups, ${failed.length} failed`)
process.exit(failed.length === 0 ? 0 : 1)

function wordsOf({ group, requests, by, seconds, held, failure }: GroupReport): string {
  const statuses = Object.entries(by)
    .sort()
    .map(([status, n]) => `${status} ${n}`)
    .join(', ')
  const pace = Math.round(requests / seconds)
  const words = `${group}: ${requests} requests, ${pace}/s (${statuses}); ${held} refused ones asked again wrote nothing`
  return failure === undefined ? words : `${words}\nFAILED ${failure}`
}
