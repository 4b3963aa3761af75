import { join } from 'node:path'
import { Site } from '../replay/site'
import type { Figure } from './figures'
import { measureHotPetition } from './hot'
import { measureLargeLog } from './large-log'
import { publishPetitions } from './petitions'
import { ProgressRow } from './progress'
import { measureSequencingCosts } from './sequencing-costs'
import { startStackProcess } from './stack-process'
import { keepFigures, table } from './table'

const root = process.env.VICHE_ROOT ?? process.cwd()
const row = new ProgressRow()
// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const figures: Figure[] = [
  ...(await measureLargeLog(row.tell)),
  ...(await measureSequencingCosts(row.tell)),
  ...(await measureRunning()),
]
row.end()
await keepFigures(join(root, 'test/bench/latest-log.json'), figures)
console.log(table(figures))

async function measureRunning(): Promise<Figure[]> {
  row.tell('start')
  const stack = await startStackProcess(root)
  const site = new Site(stack.url)
  try {
    const [petition] = await publishPetitions(site, 1)
    return await measureHotPetition(stack, site, petition!, row.tell)
  } finally {
    await site.close()
    await stack.stop()
  }
}
