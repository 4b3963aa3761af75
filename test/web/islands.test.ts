import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SignPage } from '../../web/pages/sign'
import { type Answer, html, json, type Route, type Site, startSite } from './browser'
import { petitionIn } from './fixtures'

const hmacSignatureSecret = 'a secret of this test alone'
const petition = petitionIn('collecting')
const api = `/api/v1/petitions/${petition.id}`

let site: Site
let asked: URLSearchParams[]
let sent: Record<string, unknown>[]
let answers: Answer[]

const challenge: Route = async ({ url }) => {
  asked.push(new URL(url!, 'http://localhost').searchParams)
  const algorithm = 'PBKDF2/SHA-256'
  return json(await createChallenge({ algorithm, deriveKey, cost: 100, counter: 40, hmacSignatureSecret }))
}

const receive: Route = (_request, body) => {
  sent.push(JSON.parse(body))
  return answers.shift() ?? json({ status: 'mail-sent' }, 202)
}

beforeAll(async () => {
  site = await startSite({
    '/sign': html(SignPage({ locale: 'uk', petition })),
    '/api/v1/challenges': challenge,
    [`${api}/signatures`]: receive,
  })
})
afterAll(() => site.stop())

beforeEach(() => {
  asked = []
  sent = []
  answers = []
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

async function fillSign(page: Page): Promise<void> {
  await page.getByLabel('Прізвище').fill(' Коваль ')
  await page.getByLabel('Ім’я', { exact: true }).fill('Іван')
  await page.getByLabel('Електронна пошта').fill('ivan@ukr.net')
  await page.getByLabel('Мені зрозуміло').check()
}

describe('the form to sign', () => {
  const press = (page: Page) => page.getByRole('button', { name: 'Надіслати мені лист' }).click()

  it('proves the work and sends what the API takes, then asks to open the mail', async () => {
    const page = await site.open('/sign')
    await fillSign(page)
    await press(page)
    await page.getByRole('heading', { name: 'відкрийте пошту' }).waitFor()
    expect(await page.locator('[data-done]').textContent()).toContain('ivan@ukr.net')
    expect(Object.fromEntries(asked[0]!)).toEqual({
      purpose: 'sign',
      petition: petition.id,
      email: 'ivan@ukr.net',
    })
    const { altcha, ...body } = sent[0]!
    const person = { surname: 'Коваль', givenName: 'Іван' }
    expect(body).toEqual({ person, email: 'ivan@ukr.net', noticeRead: true, locale: 'uk' })
    const payload = JSON.parse(atob(altcha as string))
    expect(await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })).toMatchObject({
      verified: true,
    })
    await page.close()
  })

  it('says beside each field and on top what is missing, and sends nothing', async () => {
    const page = await site.open('/sign')
    await page.getByLabel('Електронна пошта').fill('не адреса')
    await press(page)
    const summaryOf = page.locator('.errors')
    expect(await summaryOf.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await summaryOf.getByRole('link').allInnerTexts()).toEqual([
      'Прізвище: Заповніть це поле.',
      'Ім’я: Заповніть це поле.',
      'Електронна пошта: Перевірте адресу: вона має бути на зразок oksana@ukr.net.',
      'Мені зрозуміло, які мої дані оприлюднять: Поставте позначку, щоб продовжити.',
    ])
    expect(await page.locator('#email-error').textContent()).toContain('Перевірте адресу')
    expect(await page.getByLabel('Прізвище').getAttribute('aria-invalid')).toBe('true')
    await summaryOf.getByRole('link', { name: 'Прізвище' }).click()
    expect(await page.getByLabel('Прізвище').evaluate((element) => element === document.activeElement)).toBe(
      true,
    )
    expect(asked).toEqual([])
    await page.close()
  })

  it('shows the server’s own words beside the field they speak of', async () => {
    const errors = [{ field: 'person.surname', code: 'mixed-scripts', message: 'Пишіть однією абеткою.' }]
    answers = [json({ status: 400, code: 'invalid-body', title: 'Перевірте', errors }, 400)]
    const page = await site.open('/sign')
    await fillSign(page)
    await press(page)
    await page.locator('#person-surname-error:visible').waitFor()
    expect(await page.locator('#person-surname-error').textContent()).toBe('Пишіть однією абеткою.')
    await press(page)
    await page.locator('[data-done]:visible').waitFor()
    expect(asked).toHaveLength(2)
    await page.close()
  })

  it('waits by itself where a person was faster than the server believes', async () => {
    answers = [json({ status: 429, code: 'too-fast', title: 'Зачекайте' }, 429)]
    const page = await site.open('/sign')
    await fillSign(page)
    await press(page)
    await page.locator('[data-done]:visible').waitFor()
    expect(sent).toHaveLength(2)
    expect(asked).toHaveLength(1)
    await page.close()
  })

  it('tells of a server at fault and keeps what was entered', async () => {
    answers = [{ status: 503, body: 'down' }]
    const page = await site.open('/sign')
    await fillSign(page)
    await press(page)
    await page.locator('.errors:visible').waitFor()
    expect(await page.locator('.errors').textContent()).toContain('Сайт тимчасово не відповідає')
    expect(await page.getByLabel('Прізвище').inputValue()).toBe(' Коваль ')
    await page.close()
  })

  it('hides the trap for robots from people', async () => {
    const page = await site.open('/sign')
    const box = await page.locator('#website').boundingBox()
    expect(box!.x + box!.width).toBeLessThan(0)
    expect(await page.getByLabel('Не заповнюйте').count()).toBe(1)
    expect(await page.getByRole('textbox', { name: 'Не заповнюйте' }).count()).toBe(0)
    await page.close()
  })
})
