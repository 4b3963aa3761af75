import { measureChallenges } from './challenges'
import { ProgressRow } from './progress'
import { table } from './table'

const row = new ProgressRow()
const figures = await measureChallenges(row.tell)
row.end()
console.log(table(figures))
