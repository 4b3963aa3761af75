import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/calendar/day'
import { type DaysView, NO_DAYS } from '../../shared/log/days'
import type { PetitionView } from '../../shared/petition/view'
import { rootObjects } from '../../web/objects'
import { PetitionPage } from '../../web/pages/petition'
import { PosterPage } from '../../web/pages/poster'
import { SignersPage } from '../../web/pages/signers'
import { nameOf } from '../../web/texts/speech'
import { daysWith } from './all-pages'
import { html, json, type Site, startSite } from './browser'
import { petitionIn, TODAY } from './fixtures'

// A petition's page in a real browser: what it loads, and what it asks for while it is open.

const petition = petitionIn('collecting')
/** As people write who do not think of pages: a word without end, from right to left, with pictures. */
const odd: PetitionView = {
  ...petition,
  title: `${'Щ'.repeat(80)} \u202eобернено 🏫👩‍🏫🇺🇦 עצומה لصالح المدرسة`,
  text: `${'я'.repeat(600)}\n\nעצומה: ${'🏫'.repeat(200)}\n\nhttps://a.example/${'x'.repeat(300)}`,
  author: { surname: 'Щ'.repeat(60), givenName: 'عبد الله', patronymic: '🏫'.repeat(30) },
}
const million: PetitionView = { ...petition, threshold: 25_000, count: 1_000_000 }
const millionDays: DaysView = {
  size: 1_000_000,
  days: Array.from({ length: 41 }, (_, n) => ({
    day: addDays('2026-04-10', n),
    signed: n === 0 ? 400_000 : 15_000,
    annulled: 0,
  })),
}
const oddSigners = Array.from({ length: 3 }, (_, n) => ({
  index: 256 + n,
  name: nameOf(odd.author),
  date: TODAY,
}))
const page = String(PetitionPage({ locale: 'uk', petition, today: TODAY, days: daysWith(132) }))

let site: Site
let asked: number[]
let count: number
let down: boolean

beforeAll(async () => {
  site = await startSite({
    '/petition': html(page),
    '/odd': html(PetitionPage({ locale: 'en', petition: odd, today: TODAY, days: daysWith(132) })),
    '/odd-signers': html(
      SignersPage({ locale: 'uk', petition: odd, signers: oddSigners, page: 2, pages: 391 }),
    ),
    '/odd-poster': html(PosterPage({ locale: 'uk', petition: odd })),
    '/none': html(
      PetitionPage({ locale: 'uk', petition: { ...petition, count: 0 }, today: TODAY, days: NO_DAYS }),
    ),
    '/million': html(PetitionPage({ locale: 'uk', petition: million, today: TODAY, days: millionDays })),
    '/poster': html(PosterPage({ locale: 'uk', petition })),
    '/favicon.svg': () => ({ type: 'image/svg+xml', body: rootObjects('https://a.example')['favicon.svg']! }),
    [`/petitions/${petition.id}/code.svg`]: () => ({
      type: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }),
    [`/api/v1/petitions/${petition.id}/count`]: () => {
      asked.push(count)
      return down
        ? { status: 503, body: 'down' }
        : json({ count, threshold: 250, size: count, updatedAt: TODAY })
    },
  })
})
afterAll(() => site.stop())
beforeEach(() => {
  asked = []
  count = 241
  down = false
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

describe('the page, opened cold', () => {
  it('asks for four files at most, within 14 KB of text and style, 4 of script and 25 in all', async () => {
    const requests: Request[] = []
    const opened = await site.open('/petition', async (empty) =>
      empty.on('request', (one) => requests.push(one)),
    )
    await opened.waitForLoadState('networkidle')
    const bytes: Record<string, number> = {}
    for (const request of requests) {
      const body = await (await request.response())!.body()
      bytes[request.resourceType()] = gzipSync(body).length
    }
    // Of other kinds is the icon alone.
    expect(Object.keys(bytes).toSorted()).toEqual(['document', 'other', 'script', 'stylesheet'])
    expect(requests).toHaveLength(4)
    expect(bytes.document! + bytes.stylesheet!).toBeLessThanOrEqual(14 * 1024)
    expect(bytes.script).toBeLessThanOrEqual(4 * 1024)
    expect(Object.values(bytes).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(25 * 1024)
    await opened.close()
  })

  it('loads the code to scan only for who unfolds it', async () => {
    const opened = await site.open('/petition')
    const shown = opened.waitForResponse(/code\.svg$/)
    await opened.getByText('QR-код', { exact: true }).click()
    expect((await shown).status()).toBe(200)
    await opened.close()
  })

  it('copies its address, and says so', async () => {
    const opened = await site.open('/petition')
    await opened.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await opened.getByRole('button', { name: 'Скопіювати посилання' }).click()
    await opened.getByText('Скопійовано', { exact: true }).waitFor()
    expect(await opened.evaluate(() => navigator.clipboard.readText())).toBe(`/petitions/${petition.id}`)
    await opened.close()
  })

  it('has a picture of its signatures with a name, a description and the same figures in a table', async () => {
    const opened = await site.open('/petition')
    const chart = opened.getByRole('img', { name: 'Стовпчикова діаграма: скільки підписів додалося щодня' })
    expect(await chart.evaluate((svg) => svg.getBoundingClientRect().width)).toBeGreaterThan(200)
    await opened.getByText('Таблиця підписів за днями').click()
    expect(await opened.getByRole('row').count()).toBe(42)
    await opened.close()
  })
})

describe('the count', () => {
  const watched = () => site.open('/petition', (empty) => empty.clock.install())
  /** Lets time pass on the page, and what it asked for arrive. */
  async function passes(opened: Page, seconds: number): Promise<number> {
    const before = asked.length
    await opened.clock.runFor(seconds * 1000)
    // By the time later questions are answered, what was asked for before has arrived, and been shown.
    for (let twice = 0; twice < 2; twice++) {
      await opened.evaluate(() => fetch('/favicon.svg').then((answer) => answer.text()))
    }
    return asked.length - before
  }
  async function hides(opened: Page, hidden: boolean): Promise<void> {
    await opened.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  }

  it('is not asked for at once, then every half a minute or more, and shown in the forms of the language', async () => {
    const opened = await watched()
    expect(await passes(opened, 29)).toBe(0)
    expect(await passes(opened, 9)).toBe(1)
    await opened.getByText('241 підпис', { exact: true }).waitFor()
    await opened.getByText('Залишилося зібрати: 9').waitFor()
    expect(
      await opened.locator('viche-count progress').evaluate((bar) => (bar as HTMLProgressElement).value),
    ).toBe(241)
    count = 242
    expect(await passes(opened, 20)).toBe(0)
    expect(await passes(opened, 20)).toBe(1)
    await opened.getByText('242 підписи', { exact: true }).waitFor()
    await opened.close()
  })

  it('is asked for ever more seldom while nothing changes, and not at all while nobody looks', async () => {
    const opened = await watched()
    let most = 0
    for (let minute = 0; minute < 10; minute++) most += await passes(opened, 60)
    expect(most).toBeGreaterThanOrEqual(3)
    expect(most).toBeLessThanOrEqual(9)
    await hides(opened, true)
    expect(await passes(opened, 3600)).toBe(0)
    const before = asked.length
    await hides(opened, false)
    await passes(opened, 1)
    expect(asked.length - before).toBe(1)
    await opened.close()
  })

  it('leaves a site in peace that does not answer', async () => {
    down = true
    const opened = await watched()
    let most = 0
    for (let minute = 0; minute < 20; minute++) most += await passes(opened, 60)
    expect(most).toBeGreaterThanOrEqual(2)
    expect(most).toBeLessThanOrEqual(6)
    expect(await opened.locator('[data-count]').textContent()).toBe('132 підписи')
    await opened.close()
  })
})

describe('words that nobody thought of', () => {
  it.each([
    '/odd',
    '/odd-signers',
    '/odd-poster',
    '/million',
    '/none',
  ])('keep %s within a narrow screen', async (path) => {
    const opened = await site.open(path, (empty) => empty.setViewportSize({ width: 320, height: 640 }))
    expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await opened.close()
  })

  it('keep their own direction and language, and turn nothing around them', async () => {
    const opened = await site.open('/odd')
    const title = opened.locator('h1')
    expect([await title.getAttribute('dir'), await title.getAttribute('lang')]).toEqual(['auto', 'uk'])
    expect(
      await opened
        .locator('.prose p')
        .nth(1)
        .evaluate((p) => getComputedStyle(p).direction),
    ).toBe('rtl')
    expect(await opened.locator('dd bdi').textContent()).toBe(nameOf(odd.author))
    await opened.close()
  })

  it('leave a petition without signatures and one with a million readable', async () => {
    const none = await site.open('/none')
    await none.getByText('Ще немає жодного підпису').waitFor()
    await none.getByText('0 підписів', { exact: true }).waitFor()
    const many = await site.open('/million')
    await many.getByText('1\u00a0000\u00a0000 підписів', { exact: true }).waitFor()
    await many.getByText('Найбільше за день — 400\u00a0000 підписів').waitFor()
    expect(gzipSync(await (await many.reload())!.body()).length).toBeLessThan(9 * 1024)
    await none.close()
    await many.close()
  })
})

describe('the list of signers', () => {
  it('tells of how many entries those on the page are, and leads to any other page', async () => {
    count = 100_000
    const opened = await site.open('/odd-signers')
    await opened.getByText('Записи 257–259 із 100\u00a0000').waitFor()
    await opened.getByLabel('Номер сторінки').fill('200')
    const asks = opened.waitForRequest(/signers\?page=200$/)
    await opened.getByRole('button', { name: 'Перейти' }).click()
    expect(new URL((await asks).url()).pathname).toBe(`/petitions/${petition.id}/signers`)
    await opened.close()
  })
})

describe('the poster', () => {
  it('prints on one sheet of A4, with nothing around it, at any length of title', async () => {
    const opened = await site.open('/poster')
    expect(await opened.getByRole('button', { name: 'Надрукувати' }).isVisible()).toBe(true)
    for (const title of [petition.title, 'Дуже '.repeat(40), 'Щ'.repeat(200)]) {
      await opened.locator('h1').evaluate((h1, text) => {
        h1.textContent = text
        h1.setAttribute('class', text.length > 90 ? 'long' : '')
      }, title)
      const pdf = await opened.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), title).toHaveLength(1)
    }
    await opened.emulateMedia({ media: 'print' })
    expect(await opened.getByRole('navigation').isVisible()).toBe(false)
    expect(await opened.getByRole('button', { name: 'Надрукувати' }).isVisible()).toBe(false)
    await opened.close()
  })
})
