import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ReceiptPage } from '../../web/pages/receipt'
import { SignedPage } from '../../web/pages/signed'
import { type Answer, html, json, type Site, startSite } from './browser'
import { NOW, petitionIn } from './fixtures'

const petition = petitionIn('collecting')
const proof = {
  type: 'text/plain',
  body: 'c2sp.org/tlog-proof@v1\nextra AA==\nindex 1233\n\nexample/log\n1234\n',
}
const waiting = json({ status: 'waiting' }, 202)

let site: Site
let answers: Answer[]
let asked: number

beforeAll(async () => {
  const receipt = { id: 'a.b', token: 't"k' }
  const publicUrl = 'https://petitions.example'
  site = await startSite({
    '/result': html(
      SignedPage({
        locale: 'uk',
        again: false,
        following: false,
        petition,
        confirmedAt: NOW,
        receipt,
        publicUrl,
      }),
    ),
    '/ready': html(ReceiptPage({ locale: 'uk', petition, id: 'a.b', index: 1233, annulled: 'duplicate' })),
    '/api/v1/signatures/a.b/receipt': () => {
      asked++
      return answers.shift() ?? waiting
    },
  })
})
afterAll(() => site.stop())
beforeEach(() => {
  asked = 0
  answers = []
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

describe('the receipt after signing', () => {
  it('is waited for, then offered with its number', async () => {
    answers = [waiting, waiting, proof]
    const page = await site.open('/result')
    await page.getByText('Готуємо квитанцію').waitFor()
    await page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
    expect(await page.locator('[data-number]').textContent()).toBe('1\u00a0234')
    expect(await page.getByText('Готуємо квитанцію').isVisible()).toBe(false)
    expect(asked).toBe(3)
    await page.close()
  })

  it('that does not come is left for later, after a dozen questions', async () => {
    const patient = await site.open('/ready')
    await patient.clock.install()
    await patient.goto(new URL('/result', patient.url()).href)
    for (let step = 0; step < 40; step++) {
      await patient.clock.runFor(5000)
      await new Promise((resume) => setTimeout(resume, 20))
    }
    await patient.getByText('Підпис не загубився').waitFor()
    expect(asked).toBe(12)
    await patient.clock.runFor(600_000)
    expect(asked).toBe(12)
    await patient.close()
  })

  it('goes on after an answer that was none', async () => {
    answers = [{ status: 503, body: 'down' }, json({}, 200), proof]
    const page = await site.open('/result')
    await page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
    await page.close()
  })

  it('of an annulled signature says so, and on what ground', async () => {
    const page = await site.open('/ready')
    await page.getByText('та сама особа підписала петицію двічі').waitFor()
    await page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
    expect(asked).toBe(0)
    await page.close()
  })
})
