import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Draft, draftIn } from '../../shared/draft/draft'
import type { Step } from '../../shared/draft/steps'
import { SubmitPage } from '../../web/pages/submit'
import { type Answer, html, json, type Route, type Site, startSite } from './browser'
import { council, kalynivka } from './fixtures'
import { draft, previewIn } from './submit-pages'

let site: Site
let sent: Record<string, unknown>[]
let answers: Answer[]

const challenge: Route = async () => {
  const algorithm = 'PBKDF2/SHA-256'
  const hmacSignatureSecret = 'a secret of this test alone'
  return json(await createChallenge({ algorithm, deriveKey, cost: 100, counter: 40, hmacSignatureSecret }))
}

const receive: Route = (_request, body) => {
  sent.push(JSON.parse(body))
  return answers.shift() ?? json({ status: 'unconfirmed' }, 202)
}

function step(name: Step, with_: Draft = {}): Route {
  const shown = { community: kalynivka, host: council, preview: previewIn('uk') }
  return html(SubmitPage({ locale: 'uk', ...shown, step: name, draft: with_ }))
}

beforeAll(async () => {
  site = await startSite({
    '/idea': step('idea'),
    '/text': step('text', { title: 'Новий міст' }),
    '/preview': step('preview', draft),
    '/api/v1/challenges': challenge,
    '/api/v1/petitions': receive,
  })
})
afterAll(() => site.stop())
beforeEach(() => {
  sent = []
  answers = []
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

const offer = (page: Page) => page.locator('[data-offer]')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('while a petition is written', () => {
  it('counts characters as people do, and says how many are too many', async () => {
    const page = await site.open('/idea')
    await page.getByLabel('Назва петиції').fill('Міст 👨‍👩‍👧‍👦 у́')
    expect(await page.locator('[data-counter=title]').textContent()).toBe('Залишилося символів: 192')
    await page.getByLabel('Назва петиції').fill('я'.repeat(203))
    expect(await page.locator('[data-counter=title]').textContent()).toBe('Зайвих символів: 3')
    await page.close()
  })

  it('advises after a pause, and takes the advice back when it is followed', async () => {
    const page = await site.open('/text')
    const phone = page.getByText('У тексті є номер телефону')
    await page.getByLabel('Текст петиції').fill(`${'Просимо збудувати міст. '.repeat(9)}+38 (067) 123-45-67`)
    await phone.waitFor()
    expect(await page.locator('[data-advice] li:visible').count()).toBe(1)
    expect(await page.locator('[name=seen]').inputValue()).toContain('text-phone')
    await page.getByLabel('Текст петиції').fill('Просимо збудувати міст. '.repeat(9))
    await phone.waitFor({ state: 'hidden' })
    await page.close()
  })
})

describe('the draft on this device', () => {
  it('is offered when the author comes back, without anything about the author', async () => {
    const page = await site.open('/text')
    await page.getByLabel('Текст петиції').fill('Просимо збудувати міст.')
    await page.goto(page.url().replace('text', 'idea'))
    await offer(page).getByText('«Новий міст», збережено').waitFor()
    await press(page, 'Продовжити з нею')
    expect(await page.getByLabel('Назва петиції').inputValue()).toBe('Новий міст')
    expect(await page.locator('input[name=text]').inputValue()).toBe('Просимо збудувати міст.')
    await page.goto(page.url().replace('idea', 'preview'))
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/Шевченко|oksana/)
    await page.close()
  })

  it('is erased when asked, and comes back when that was a mistake', async () => {
    const page = await site.open('/text')
    await page.getByLabel('Текст петиції').fill('Просимо збудувати міст.')
    await page.goto(page.url().replace('text', 'idea'))
    await press(page, 'Стерти чернетку')
    await offer(page).getByText('Чернетку стерто.').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await press(page, 'Повернути')
    await press(page, 'Стерти чернетку')
    await page.reload()
    expect(await offer(page).isVisible()).toBe(false)
    await page.close()
  })

  it('says when another tab writes the same petition', async () => {
    const first = await site.open('/text')
    const context = await first.context().browser()!.newContext()
    const [page, other] = [await context.newPage(), await context.newPage()]
    for (const tab of [page, other]) await tab.goto(first.url())
    await other.getByLabel('Текст петиції').fill('Інший текст петиції.')
    await offer(page).getByText('ще в одній вкладці').waitFor()
    await context.close()
    await first.close()
  })
})

describe('sending', () => {
  it('sends the whole draft once, however often the button is pressed, and keeps it on the device', async () => {
    const page = await site.open('/preview')
    await page.getByRole('button', { name: 'Подати петицію' }).dblclick()
    await page.locator('[data-done]:visible').waitFor()
    expect(await page.locator('[data-done]').textContent()).toContain('oksana@ukr.net')
    expect(sent).toHaveLength(1)
    const { altcha, ...body } = sent[0]!
    expect(altcha).toBeTypeOf('string')
    expect(body).toEqual({
      communityId: 'kalynivka',
      hostId: 'kalynivka-rada',
      title: draft.title,
      topic: 'transport',
      text: draft.text,
      wantsHearing: true,
      author: {
        surname: 'Шевченко',
        givenName: 'Оксана',
        patronymic: 'Миколаївна',
        email: 'oksana@ukr.net',
      },
      noticeRead: true,
      locale: 'uk',
    })
    await page.goto(page.url().replace('preview', 'idea'))
    await offer(page).getByText('цю петицію ви надіслали').waitFor()
    await page.close()
  })

  it('that fails says so and loses nothing', async () => {
    answers = [{ status: 503, body: 'down' }]
    const page = await site.open('/preview')
    await press(page, 'Подати петицію')
    await page.getByText('Сайт тимчасово не відповідає').waitFor()
    await press(page, 'Подати петицію')
    await page.locator('[data-done]:visible').waitFor()
    expect(sent[1]?.text).toBe(draft.text)
    await page.close()
  })
})

it('reads back the draft that a form carries', () => {
  expect(draftIn({ ...draft, step: 'idea', go: 'next' })).toEqual(draft)
})
