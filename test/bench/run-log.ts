import { join } from 'node:path'
import type { Figure } from './figures'
import { ProgressRow } from './progress'
import { measureSequencingCosts } from './sequencing-costs'
import { keepFigures, table } from './table'

const root = process.env.VICHE_ROOT ?? process.cwd()
const row = new ProgressRow()
// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const figures: Figure[] = await measureSequencingCosts(row.tell)
row.end()
await keepFigures(join(root, 'test/bench/latest-log.json'), figures)
console.log(table(figures))
