import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing } from '../support/journeys/wishes'
import { provenBy } from '../support/receipt'

// What a signer keeps: downloaded, mailed, and verified with nothing but the file and the published keys.

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string
let keys: string[]

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  const { site } = town
  id = await new Resident(site, hero(0), heroEmail(0)).submits(crossing)
  await new Staff(site, 'moderator@malva.example').does(id, 'publish', {})
  keys = await Promise.all(
    ['/log/verifier-key', `/log/${id}/verifier-key`].map((path) =>
      site.until(path, async () => {
        const { status, text } = await site.get(path)
        return status === 200 && text
      }),
    ),
  )
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

/** Somebody signs by the button behind their mail. */
async function signs(n: number, options: ReaderOptions): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, options)
  readers.push(reader)
  if (options.device !== 'desktop') await reader.page.setViewportSize({ width: 360, height: 740 })
  const token = await new Resident(town.site, hero(n), heroEmail(n)).tokenToSign(id)
  await reader.goes(`/confirm?token=${token}`)
  await reader.presses('Так, підписую петицію')
  await reader.reads('Дякуємо! Ваш підпис зараховано')
  return reader
}

/** The file behind the button, as the browser saves it. */
async function downloads(reader: Reader): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    reader.page.waitForEvent('download'),
    reader.follows('Завантажити квитанцію'),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('the page waits for the receipt by itself, offers it, and has it mailed', async () => {
  const reader = await signs(1, { device: 'phone' })
  await reader.pictures('receipt-waiting-phone')
  await reader.page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
  await reader.pictures('receipt-ready-phone')
  expect(await reader.overflows()).toBe(false)
  const { name, text } = await downloads(reader)
  expect(name).toBe(`viche-${id}-0.tlog-proof`)
  expect(await provenBy(text, keys)).toMatchObject({ index: 0 })
  expect(await reader.page.locator('[data-number]:visible').textContent()).toBe('1')

  const address = heroEmail(1)
  expect(await reader.page.getByRole('checkbox').isChecked()).toBe(false)
  await reader.page.getByRole('checkbox').check()
  const mail = await town.site.mailAfter(address, 'Квитанція про підпис', async () => {
    await reader.presses('Надіслати квитанцію поштою')
    await reader.reads('Надсилаємо квитанцію')
  })
  await reader.pictures('receipt-mailed-phone')
  expect(mail.attachments?.map((file) => file.name)).toEqual([name])
  const mailed = await provenBy(mail.attachments![0]!.text, keys)
  expect(mailed).toEqual(await provenBy(text, keys))
})

test('without scripts a link leads to the receipt', async () => {
  const reader = await signs(2, { device: 'desktop', scripts: false })
  await reader.sees('Готуємо квитанцію')
  await reader.pictures('receipt-waiting-desktop')
  await reader.follows('Отримати квитанцію')
  await reader.reads('Квитанція про підпис')
  await town.site.until('the receipt', async () => {
    await reader.page.reload()
    return (await reader.page.getByRole('link', { name: 'Завантажити квитанцію' }).count()) > 0
  })
  await reader.pictures('receipt-ready-desktop')
  const { text } = await downloads(reader)
  expect(await provenBy(text, keys)).toMatchObject({ index: 1 })
  await reader.follows('English')
  await reader.reads('Receipt for your signature')
})

test('the petition’s page tells how to check the count, and its key is the one that signed', async () => {
  const reader = await Reader.open(browser, town.site, { device: 'desktop' })
  readers.push(reader)
  await town.site.until('the log on the page', async () =>
    (await town.site.get(`/petitions/${id}`)).text.includes(`/log/${id}/checkpoint`),
  )
  await reader.goes(`/petitions/${id}`)
  await reader.sees('Перевірити підрахунок', 'Ключ для перевірки')
  expect(await reader.page.locator('section[aria-labelledby=check] code').innerText()).toBe(keys[1]!.trim())
  expect((await town.site.petition(id)).log?.verifierKey).toBe(keys[1]!.trim())
  await reader.page.locator('section[aria-labelledby=check]').scrollIntoViewIfNeeded()
  await reader.pictures('count-check-desktop')
  await reader.page.setViewportSize({ width: 360, height: 740 })
  await reader.pictures('count-check-phone')
  expect(await reader.overflows()).toBe(false)
})
