import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SignPage } from '../../web/pages/sign'
import { type Answer, html, json, type Site, startSite } from './browser'
import { petitionIn } from './fixtures'

// The form to sign on a bad day: odd names, weak connections, impatient fingers, mail that does not come.

const hmacSignatureSecret = 'a secret of this test alone'
const petition = petitionIn('collecting')
const SIGNATURES = `/api/v1/petitions/${petition.id}/signatures`

let site: Site
let page: Page
let asked: number
let sent: { person: Record<string, string>; email: string }[]
let answers: Answer[]

beforeAll(async () => {
  site = await startSite({
    '/sign': html(SignPage({ locale: 'uk', petition })),
    '/api/v1/challenges': async () => {
      asked++
      const algorithm = 'PBKDF2/SHA-256'
      return json(
        await createChallenge({ algorithm, deriveKey, cost: 100, counter: 40, hmacSignatureSecret }),
      )
    },
    [SIGNATURES]: (_request, body) => {
      sent.push(JSON.parse(body))
      return answers.shift() ?? json({ status: 'mail-sent' }, 202)
    },
  })
})
afterAll(() => site.stop())

beforeEach(async () => {
  asked = 0
  sent = []
  answers = []
  page = await site.open('/sign')
})
afterEach(() => page.close())

const field = (label: string) => page.getByLabel(label, { exact: true })
const button = () => page.locator('button[type=submit]')
const done = () => page.locator('[data-done]:visible').waitFor()

async function fill(over: Record<string, string> = {}): Promise<void> {
  const values = { Прізвище: 'Коваль', 'Ім’я': 'Іван', 'Електронна пошта': 'ivan@ukr.net', ...over }
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).first().fill(value)
  await page.getByLabel('Мені зрозуміло').check()
}

describe('names', () => {
  it.each([
    ['Ко😀валь', 'Приберіть цифри, смайлики'],
    ['Коваль2', 'Приберіть цифри, смайлики'],
    ['אברהם', 'Приберіть цифри, смайлики'],
    ['Кoваль', 'змішано кирилицю й латиницю'],
    ['Koval', 'змішано кирилицю й латиницю'],
    ['Ко\u202eваль', 'невидимі знаки'],
    ['К'.repeat(61), 'не більше 60 знаків'],
  ])('%j is refused kindly, before any work, and stays as typed', async (surname, words) => {
    await fill({ Прізвище: surname })
    await button().click()
    await page.locator('.errors:visible').waitFor()
    expect(await page.locator('.errors').textContent()).toContain(words)
    expect(await field('Прізвище').inputValue()).toBe(surname)
    expect([asked, sent]).toEqual([0, []])
  })

  it('an apostrophe of any keyboard, a hyphen and a name of 60 letters go through', async () => {
    await fill({ Прізвище: `О'${'к'.repeat(48)}-Стефаняк`, 'Ім’я': 'Ганна Марія' })
    await button().click()
    await done()
    expect(sent).toHaveLength(1)
  })
})

describe('what is remembered', () => {
  it('is the name, by this tab alone and until it is sent; never the address', async () => {
    await fill()
    await page.reload()
    expect(await field('Прізвище').inputValue()).toBe('Коваль')
    expect(await field('Ім’я').inputValue()).toBe('Іван')
    expect(await page.getByLabel('Електронна пошта').inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      'ukr.net',
    )
    const other = await site.open('/sign')
    expect(await other.getByLabel('Прізвище').inputValue()).toBe('')
    await other.close()

    await fill()
    await button().click()
    await done()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })
})

describe('a weak connection', () => {
  afterEach(() => site.complaints.splice(0))

  it('is tried again by itself; an answer that was lost on the way counts as what it was', async () => {
    let lost = 0
    await page.route(`**${SIGNATURES}`, async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort()
    })
    answers = [
      json({ status: 'mail-sent' }, 202),
      json({ status: 409, code: 'challenge-used', title: 'Використано' }, 409),
    ]
    await fill()
    await button().click()
    await done()
    expect([asked, sent.length]).toEqual([1, 2])
  })

  it('that is gone is said, and the form sent when it is back', async () => {
    await fill()
    await page.context().setOffline(true)
    await button().click()
    await page.locator('.errors:visible').waitFor()
    expect(await page.locator('.errors').textContent()).toContain('щойно зв’язок відновиться')
    expect(await field('Прізвище').inputValue()).toBe('Коваль')
    await page.context().setOffline(false)
    await done()
    expect(sent).toHaveLength(1)
  })
})

describe('impatience', () => {
  it('pressing twice sends once, and the button says what it is at', async () => {
    await page.route('**/api/v1/challenges*', async (route) => {
      expect(await button().textContent()).toBe('Готуємо…')
      expect(await button().getAttribute('aria-disabled')).toBe('true')
      await button().click({ force: true })
      await route.continue()
    })
    await fill()
    await button().dblclick()
    await done()
    expect([asked, sent.length]).toEqual([1, 1])
  })
})

describe('a mail that does not come', () => {
  it('can be asked for again after a minute, and the address corrected with all else in place', async () => {
    await page.clock.install()
    await fill()
    await button().click()
    await done()
    const again = page.locator('[data-again]')
    await again.click({ force: true })
    expect(await again.textContent()).toMatch(/Надіслати ще раз \(за \d+ с\)/)
    await page.clock.runFor(61_000)
    expect(await again.textContent()).toBe('Надіслати ще раз')
    await again.click()
    await page.getByText('Надіслали ще один лист').waitFor()
    expect([asked, sent.length]).toEqual([2, 2])

    await page.getByRole('button', { name: 'Виправити адресу' }).click()
    expect(await field('Прізвище').inputValue()).toBe('Коваль')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
    await page.getByLabel('Електронна пошта').fill('ivan.koval@ukr.net')
    await button().click()
    await done()
    expect(sent.at(-1)?.email).toBe('ivan.koval@ukr.net')
    expect(await page.locator('[data-email]').textContent()).toBe('ivan.koval@ukr.net')
  })
})
