import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Site } from '../replay/site'
import { measureAdmission } from './admission'
import { measureBundles } from './bundles'
import { measureConfirm } from './confirm'
import { measureDocuments } from './documents'
import type { Figure } from './figures'
import { measureFlatLists } from './flat-lists'
import { measurePage } from './page'
import { publishPetitions } from './petitions'
import { ProgressRow } from './progress'
import { measureSearch } from './search'
import { type StackProcess, startStackProcess } from './stack-process'
import { keepFigures, table } from './table'
import { measureWriteUnits } from './write-units'

const root = process.env.VICHE_ROOT ?? process.cwd()
const assets = JSON.parse(process.env.BENCH_ASSETS ?? '{}') as Record<string, string>
const row = new ProgressRow()
// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const figures = await measureAll()
row.end()
await keepFigures(join(root, 'test/bench/latest.json'), figures)
console.log(table(figures))

async function measureAll(): Promise<Figure[]> {
  const running = await measureStack()
  row.tell('search')
  const search = measureSearch()
  row.tell('write units')
  const arrival = running.find(({ key }) => key === 'confirm.perSecond')!.value
  const units = await measureWriteUnits(arrival)
  row.tell('admission')
  const admission = await measureAdmission()
  row.tell('lists')
  const lists = await measureFlatLists({ reads: 500, publications: 100 })
  const documents = await measureDocuments(row.tell)
  const bundles = await measureBundles(root, assets, row.tell)
  return [...running, ...search, ...units, ...admission, ...lists, ...documents, ...bundles]
}

async function measureStack(): Promise<Figure[]> {
  row.tell('start')
  const stack = await startStackProcess(root)
  try {
    return await measureRunning(stack)
  } finally {
    await stack.stop()
  }
}

async function measureRunning(stack: StackProcess): Promise<Figure[]> {
  const site = new Site(stack.url)
  row.tell('petitions')
  const [http, bare, read] = await publishPetitions(site, 3)
  try {
    await sleep(2000)
    row.tell('page')
    const page = await measurePage(
      `${stack.url}/petitions/${read}`,
      `${stack.url}/api/v1/petitions/${read}/count`,
    )
    return [...(await measureConfirm(stack, site, { http: http!, bare: bare! }, row.tell)), ...page]
  } finally {
    await site.close()
  }
}
