import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { FolderObjectStore } from '../../infra/local/folder-object-store'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing, shelter } from '../support/journeys/wishes'

// Somebody signs, keeps the receipt, and later does not take the site's word for anything.

const HOUR_MS = 3_600_000

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string
let other: string
let receipt: string
let receiptOfOther: string

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(crossing)
  await new Staff(town.site, 'moderator@malva.example').does(id, 'publish', {})
  other = await new Resident(town.site, hero(1), heroEmail(1)).submits(shelter)
  await new Staff(town.site, 'editor@kalynovyi-mist.example').does(other, 'publish', {})
  for (const n of [2, 3, 4]) await new Resident(town.site, hero(n), heroEmail(n)).signs(id)
  const { id: signature } = await new Resident(town.site, hero(5), heroEmail(5)).signs(other)
  receiptOfOther = await town.site.until('a receipt', async () => {
    const { status, text } = await town.site.get(`/api/v1/signatures/${signature}/receipt`)
    return status === 200 && text
  })
})
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})
afterEach(async () => {
  const complaints = readers.flatMap((reader) => reader.complaints)
  await Promise.all(readers.map((reader) => reader.leaves()))
  readers = []
  expect(complaints).toEqual([])
})

async function opens(options: ReaderOptions): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, options)
  readers.push(reader)
  if (options.device === 'phone') await reader.page.setViewportSize({ width: 360, height: 740 })
  return reader
}

async function gives(reader: Reader, text: string): Promise<void> {
  const file = { name: 'viche.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(text) }
  await reader.page.getByLabel('Файл квитанції').setInputFiles(file)
}

/** Waits for the check to end. @returns what it says first */
async function verdict(reader: Reader): Promise<string> {
  await reader.page.getByRole('button', { name: 'Перевірити ще раз' }).waitFor()
  return (await reader.page.locator('[data-verdict]').innerText()).replaceAll('\u00a0', ' ')
}

test('a signer downloads the receipt and verifies it on the page', async () => {
  const reader = await opens({ device: 'phone' })
  const token = await new Resident(town.site, hero(6), heroEmail(6)).tokenToSign(id)
  await reader.goes(`/confirm?token=${token}`)
  await reader.presses('Так, підписую петицію')
  await reader.page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
  const [download] = await Promise.all([
    reader.page.waitForEvent('download'),
    reader.follows('Завантажити квитанцію'),
  ])
  receipt = await readFile(await download.path(), 'utf8')
  await reader.follows('Перевірити квитанцію')
  await reader.reads('Перевірити підрахунок підписів')
  await reader.pictures('verify-phone')
  expect(await reader.overflows()).toBe(false)
  await gives(reader, receipt)
  expect(await verdict(reader)).toBe('Квитанція справжня. Усе сходиться: 4 підписи.')
  const { surname, givenName } = hero(6)
  await reader.sees(`Підпис із квитанції є в журналі: №\u00a04, ${surname} ${givenName}`)
  await reader.pictures('verify-receipt-phone')
  expect(await reader.overflows()).toBe(false)
})

test('a tampered receipt and one of another petition are named', async () => {
  const reader = await opens({ device: 'desktop' })
  await reader.goes(`/verify?petition=${id}`)
  expect(await verdict(reader)).toBe('Усе сходиться: 4 підписи.')
  await gives(reader, receiptOfOther)
  await reader.sees('Це квитанція іншої петиції')
  expect(await verdict(reader)).toBe('Квитанція не підтверджується.')
  await reader.pictures('verify-receipt-of-another-desktop')
  const lines = receipt.split('\n')
  const entry = Buffer.from(lines[1]!.slice('extra '.length), 'base64').toString()
  const backdated = entry.replace(/time (\d{4})/, (_, year) => `time ${Number(year) - 1}`)
  await gives(reader, lines.with(1, `extra ${Buffer.from(backdated).toString('base64')}`).join('\n'))
  await reader.sees('її доказ не сходиться з підписаним коренем')
})

test('the petition’s page leads to the check of its whole log, time stamps included', async () => {
  await town.site.moveTo(new Date(Date.parse(await town.site.now()) + 2 * HOUR_MS).toISOString())
  const reader = await opens({ device: 'desktop' })
  await reader.goes(`/petitions/${id}`)
  await reader.follows('Перевірити в браузері')
  expect(await verdict(reader)).toBe('Усе сходиться: 4 підписи.')
  await reader.sees(crossing.title, 'Цей браузер запам’ятав, яким є журнал зараз.')
  expect(await reader.text()).toMatch(/Позначка часу \(.*?\) дійсна/)
  await reader.pictures('verify-holds-desktop')
  await reader.page.emulateMedia({ colorScheme: 'dark' })
  await reader.pictures('verify-holds-dark-desktop')
  await reader.follows('English')
  await reader.sees('Everything holds: 4 signatures.')
})

test('a tampered tile is named', async () => {
  const objects = new FolderObjectStore(join(town.data, 'objects'))
  const key = `log/${id}/tile/0/000.p/4`
  const tile = Uint8Array.from((await objects.get(key))!)
  const spoilt = tile.with(33, tile[33]! ^ 1)
  await objects.put(key, spoilt, { cacheSeconds: 0 })
  const reader = await opens({ device: 'phone' })
  await reader.goes(`/verify?petition=${id}`)
  expect(await verdict(reader)).toBe('Не сходиться: виявлено 1 невідповідність.')
  await reader.sees(`Файл хешів ${key} не відповідає записам журналу, починаючи із запису №\u00a02.`)
  await reader.pictures('verify-fails-phone')
  await reader.page.emulateMedia({ colorScheme: 'dark' })
  await reader.pictures('verify-fails-dark-phone')
  expect(await reader.overflows()).toBe(false)
  await objects.put(key, tile, { cacheSeconds: 0 })
  await reader.presses('Перевірити ще раз')
  await reader.sees('Усе сходиться: 4 підписи.')
})

test('without scripts both pages say all that is needed', async () => {
  const reader = await opens({ device: 'phone', scripts: false })
  await reader.goes('/verify')
  await reader.sees('Що доводить перевірка', 'Чого вона не може довести')
  // Locators do not look into <noscript>, though people see what stands there.
  expect(await reader.page.content()).toMatch(/<noscript>.*потрібен JavaScript/)
  expect(await reader.page.getByLabel('Файл квитанції').isVisible()).toBe(false)
  await reader.pictures('verify-without-scripts-phone')
  await reader.follows('Як вести копію журналу й перевіряти її щоночі')
  await reader.reads('Дзеркало журналу підписів')
  await reader.pictures('mirror-phone')
  expect(await reader.overflows()).toBe(false)
  await reader.follows('English')
  await reader.reads('Mirroring a signature log')
})

test('both pages fit the narrowest screen, and are pictured on a wide one', async () => {
  const reader = await opens({ device: 'desktop' })
  for (const [path, name] of [
    ['/verify', 'verify'],
    ['/mirror', 'mirror'],
  ] as const) {
    await reader.page.setViewportSize({ width: 1280, height: 900 })
    await reader.goes(path)
    await reader.pictures(`${name}-desktop`)
    await reader.page.setViewportSize({ width: 320, height: 640 })
    expect(await reader.overflows()).toBe(false)
  }
})
