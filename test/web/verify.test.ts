import { generateKeyPairSync } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatVerifierKey } from '../../shared/tlog/note'
import { VerifyPage } from '../../web/pages/verify'
import { BuiltLog, HOST, PETITION } from '../verifier/built-log'
import { html, json, type Route, type Site, startSite } from './browser'
import { summary } from './fixtures'

const OTHER = 'x9y8z7w6v5'
const EMPTY = '0123456789'
const TITLES = { [PETITION]: 'Перехід біля школи', [OTHER]: 'Притулок для тварин', [EMPTY]: 'Новий міст' }
const pair = generateKeyPairSync('ed25519')

let site: Site
let log: BuiltLog
let other: BuiltLog
/** Paths asked for since the test began. */
let asked: string[]
/** How the site answers for the files of logs. */
let answering: Route

/** The files of both logs as they are in the test at that moment. */
const files: Route = ({ url }) => {
  const path = new URL(url!, 'http://localhost').pathname.slice(1)
  const body = log.files.get(path) ?? other.files.get(path)
  return body ? { body } : { status: 404, body: 'nothing here' }
}

beforeAll(async () => {
  const key = new BuiltLog(PETITION, 100, pair).siteKey
  const page = { publicUrl: `https://${HOST}`, verifierKey: formatVerifierKey(key) }
  const listed = Object.entries(TITLES).map(([id, title], number) => ({ ...summary, id, title, number }))
  const routes = {
    '/verify': html(VerifyPage({ locale: 'uk', ...page })),
    '/en/verify': html(VerifyPage({ locale: 'en', ...page })),
    '/api/v1/petitions/search': ({ url }: { url?: string | undefined }) => {
      const q = new URL(url!, 'http://localhost').searchParams.get('q')!
      const items = listed.filter(({ title }) => title.includes(q))
      return json({ items, total: items.length, page: 1, pages: 1 })
    },
  }
  site = await startSite(routes, (request, body) => {
    asked.push(request.url!)
    return answering(request, body)
  })
})
afterAll(() => site.stop())

beforeEach(() => {
  asked = []
  answering = files
  log = new BuiltLog(PETITION, 100, pair).sign(300).annul(7).publish()
  other = new BuiltLog(OTHER, 100, pair).sign(3).publish()
})
afterEach(() => expect(site.complaints.splice(0)).toEqual([]))

const ofLogs = () => asked.filter((path) => path.startsWith('/log/'))
const run = (page: Page) => page.locator('[data-run]')
const headline = (page: Page) => run(page).getByRole('heading')
/** Numbers and their words are kept together by spaces that do not break. */
const findings = async (page: Page) => (await page.locator('.findings').innerText()).replaceAll('\u00a0', ' ')
const ends = (page: Page) => page.getByRole('button', { name: 'Перевірити ще раз' }).waitFor()

async function verifies(path: string): Promise<Page> {
  const page = await site.open(path)
  await ends(page)
  return page
}

/** Drops a file onto the page, somewhere beside the place meant for it. */
async function drops(page: Page, ...contents: (string | number[])[]): Promise<void> {
  await page.evaluate((bodies) => {
    const files = new DataTransfer()
    for (const body of bodies) {
      const bytes = typeof body === 'string' ? body : new Uint8Array(body)
      files.items.add(new File([bytes], 'квитанція.tlog-proof'))
    }
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }),
    )
  }, contents)
}

describe('a petition chosen on the page', () => {
  it('is found by words, read to its end and found to hold', async () => {
    const page = await site.open('/verify')
    await page.getByLabel('Яку петицію перевірити').fill('школи')
    await page.getByRole('button', { name: 'Знайти' }).click()
    await page.getByText('Знайдено 1 петицію').waitFor()
    expect(ofLogs()).toEqual([])
    await page.getByRole('button', { name: 'Перевірити', exact: true }).click()
    await ends(page)
    expect(await headline(page).innerText()).toBe(
      'Усе сходиться: 300 підписів, з них 1 анульовано; чинних — 299.',
    )
    expect(await findings(page)).toContain('✓ Сходиться: Перелік підписантів правдивий: 300 імен')
    expect(await findings(page)).not.toContain('✗')
    expect(await run(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await headline(page).evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(100)
    expect(await run(page).getByRole('link').getAttribute('href')).toBe(`/petitions/${PETITION}`)
    expect(new URL(page.url()).search).toBe(`?petition=${PETITION}`)
    const english = page.getByRole('link', { name: 'English' })
    expect(await english.getAttribute('href')).toContain(`/en/verify?petition=${PETITION}`)
    await page.close()
  })

  it('begins by itself where its page led here, in the reader’s language', async () => {
    const page = await site.open(`/en/verify?petition=${OTHER}`)
    await page.getByRole('heading', { name: 'Everything holds: 3 signatures.' }).waitFor()
    await page.close()
  })

  it('is taken by the address of its page', async () => {
    const page = await site.open('/verify')
    await page.getByLabel('Яку петицію перевірити').fill(`https://${HOST}/petitions/${OTHER}/signers/1`)
    await page.getByLabel('Яку петицію перевірити').press('Enter')
    await page.getByRole('heading', { name: 'Усе сходиться: 3 підписи.' }).waitFor()
    await page.close()
  })

  it('is compared with what this browser has kept, until it is told to forget', async () => {
    const page = await verifies(`/verify?petition=${PETITION}`)
    expect(await findings(page)).toContain('це перша перевірка')
    log.sign(20).publish()
    await page.reload()
    await ends(page)
    expect(await findings(page)).toContain('перші 301 запис ті самі')
    log = new BuiltLog(PETITION, 100, pair).sign(299).annul(7).sign(30).publish()
    await page.reload()
    await ends(page)
    expect(await headline(page).innerText()).toMatch(/^Не сходиться/)
    expect(await findings(page)).toContain('✗ Не сходиться: Минуле журналу змінено: перші 321 запис')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await ends(page)
    await page.getByRole('button', { name: 'Забути' }).click()
    await page.getByText('Забуто.').waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.close()
  })

  it('names a tile that was tampered with, and keeps nothing then', async () => {
    const path = log.at('tile/0/000')
    const tile = Uint8Array.from(log.files.get(path)!)
    tile[40 * 32]! ^= 1
    log.put(path, tile)
    const page = await verifies(`/verify?petition=${PETITION}`)
    expect(await headline(page).innerText()).toMatch(/^Не сходиться/)
    expect(await findings(page)).toContain(`Файл хешів ${path} не відповідає записам журналу`)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.close()
  })

  it('shows a name that lies as text, whatever it holds', async () => {
    log.change(3, (line) => ({ ...line, name: '<img src=x onerror=alert(1)>' }))
    log.publishNames()
    const page = await verifies(`/verify?petition=${PETITION}`)
    expect(await findings(page)).toContain('показує під № 4 не те ім’я')
    expect(await page.locator('img').count()).toBe(0)
    await page.close()
  })

  it('without a log says so, and proves nothing', async () => {
    const page = await verifies(`/verify?petition=${EMPTY}`)
    expect(await run(page).innerText()).toContain('У цієї петиції ще немає журналу')
    await page.close()
  })

  it('is asked about before a large download', async () => {
    log.put(log.at('checkpoint'), log.signed(812_000, log.root))
    const page = await site.open(`/verify?petition=${PETITION}`)
    await page.getByText(/812.000\. Доведеться завантажити приблизно 325 МБ/).waitFor()
    expect(ofLogs()).toEqual([`/${log.at('checkpoint')}`])
    await page.getByRole('button', { name: 'Завантажити й перевірити' }).click()
    await ends(page)
    expect(await findings(page)).toContain('Немає файлу')
    await page.close()
  })

  it('may be stopped at any time, and begun again', async () => {
    log.sign(900).publish()
    let lastFile = () => {}
    const held = new Promise<void>((resolve) => {
      lastFile = resolve
    })
    answering = async (request, body) => {
      if (request.url!.includes('/tile/entries/004')) await held
      return files(request, body)
    }
    const page = await site.open(`/verify?petition=${PETITION}`)
    await page.getByText(/Прочитано записів: 1.024 з 1.201/).waitFor()
    const bar = run(page).getByRole('progressbar')
    expect(await bar.evaluate((element) => (element as HTMLProgressElement).value)).toBe(1024)
    await page.getByRole('button', { name: 'Зупинити' }).click()
    await page.getByText('Перевірку зупинено. Її результату немає.').waitFor()
    lastFile()
    await page.getByRole('button', { name: 'Перевірити ще раз' }).click()
    await page.getByRole('heading', { name: /Усе сходиться: 1.200 підписів/ }).waitFor()
    await page.close()
  })

  it('is not blamed for a site that fails', async () => {
    answering = (request, body) =>
      request.url!.includes('/tile/') ? { status: 503, body: 'down' } : files(request, body)
    const page = await verifies(`/verify?petition=${PETITION}`)
    expect(await run(page).innerText()).toContain('Це нічого не доводить')
    expect(await findings(page)).toBe('')
    await page.close()
  })
})

describe('a receipt', () => {
  it('dropped anywhere on the page is genuine, and its signature in the log', async () => {
    const page = await site.open('/verify')
    await drops(page, await log.receipt(12))
    await ends(page)
    expect(await headline(page).innerText()).toMatch(/^Квитанція справжня\. Усе сходиться: 300 підписів/)
    expect(await findings(page)).toContain('Підпис із квитанції є в журналі: № 13, Підписант 12 Іванович.')
    expect(await findings(page)).toMatch(/^✓ Сходиться: Квитанція справжня/)
    await page.close()
  })

  it('chosen as a file of Windows line ends is read, too; and an annulment is said', async () => {
    const page = await site.open('/verify')
    const buffer = Buffer.from((await log.receipt(7)).replaceAll('\n', '\r\n'))
    await page.getByLabel('Файл квитанції').setInputFiles({ name: 'r.txt', mimeType: 'text/plain', buffer })
    await ends(page)
    expect(await findings(page)).toContain('Підпис із квитанції анульовано записом № 301')
    await page.close()
  })

  it('that was tampered with is refused without reading the log', async () => {
    const lines = (await log.receipt(12)).split('\n')
    const receipt = lines.with(4, lines[5]!).join('\n')
    const page = await site.open('/verify')
    await page.getByLabel('Або вставте текст квитанції').fill(receipt)
    await page.getByRole('button', { name: 'Перевірити квитанцію' }).click()
    await ends(page)
    expect(await headline(page).innerText()).toBe('Квитанція не підтверджується.')
    expect(await findings(page)).toContain('її доказ не сходиться з підписаним коренем')
    expect(ofLogs()).toEqual([])
    await page.close()
  })

  it('of another petition than the chosen one is named', async () => {
    const page = await verifies(`/verify?petition=${PETITION}`)
    await drops(page, await other.receipt(1))
    await page.getByText(`Це квитанція іншої петиції: вона належить журналу ${HOST}/log/${OTHER}`).waitFor()
    await page.close()
  })

  it('of another site is sent there', async () => {
    const page = await site.open('/verify')
    await drops(page, (await log.receipt(1)).replaceAll(HOST, 'elsewhere.example'))
    await page.getByText('Цю квитанцію видано на іншому сайті: elsewhere.example.').waitFor()
    await page.close()
  })

  it('under a log that has been changed since is named', async () => {
    const receipt = await log.receipt(12)
    log = new BuiltLog(PETITION, 100, pair).sign(5).annul(1).sign(400).publish()
    const page = await site.open('/verify')
    await drops(page, receipt)
    await ends(page)
    expect(await headline(page).innerText()).toMatch(/^Не сходиться/)
    expect(await findings(page)).toMatch(
      /Підпису з квитанції в журналі немає|Квитанція належить іншому дереву/,
    )
    await page.close()
  })

  it.each<[string, (string | number[])[], string]>([
    ['too large', ['x'.repeat(70_000)], 'Файл «квитанція.tlog-proof» завеликий для квитанції'],
    ['bytes that are no text', [[0xff, 0xd8, 0xff, 0xe0]], '— не квитанція. Квитанція — це текст'],
    ['two files', ['a', 'b'], 'Перетягніть один файл'],
    ['an empty file', [''], 'Оберіть файл або вставте текст квитанції.'],
  ])('that is none is named: %s', async (_what, contents, words) => {
    const page = await site.open('/verify')
    await drops(page, ...contents)
    await page.getByText(words).filter({ visible: true }).waitFor()
    const field = page.locator('.wrong').locator('input, textarea')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(ofLogs()).toEqual([])
    await page.close()
  })

  it('that is another text is named', async () => {
    const page = await site.open('/verify')
    await drops(page, 'Договір оренди')
    await page.getByText('Цей файл не є квитанцією про підпис').waitFor()
    await page.close()
  })
})

describe('what the page loads', () => {
  const scripts = (page: Page) =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '')))

  it('is one small script until something is verified', async () => {
    const page = await site.open('/verify')
    expect((await scripts(page)).filter((name) => name.endsWith('.js'))).toEqual(['verify.js'])
    await page.close()
  })

  it('is Ed25519 of its own where the browser has none', async () => {
    const page = await site.open('/verify')
    const loaded: string[] = []
    await page.route('**/assets/*.js', async (route) => {
      loaded.push(new URL(route.request().url()).pathname)
      const response = await route.fetch()
      const without =
        "crypto.subtle.importKey = async () => { throw new DOMException('', 'NotSupportedError') };"
      await route.fulfill({ response, body: without + (await response.text()) })
    })
    await drops(page, await log.receipt(12))
    await ends(page)
    expect(await headline(page).innerText()).toMatch(/^Квитанція справжня\. Усе сходиться/)
    expect(loaded).toEqual(['/assets/verifier.js', '/assets/edwards.js'])
    await page.close()
  })
})

describe('without scripts', () => {
  it('the page says what the log proves, and by what command it is verified', async () => {
    const text = String(
      VerifyPage({ locale: 'uk', publicUrl: `https://${HOST}`, verifierKey: formatVerifierKey(log.siteKey) }),
    )
    expect(text).toContain('<viche-verify hidden=""')
    expect(text).toMatch(/<noscript>.*потрібен JavaScript.*<\/noscript>/)
    expect(text).toContain(`curl -fsSLO https://${HOST}/verify/viche.mjs`)
    expect(text).toContain('Чого вона не може довести')
    expect(text).toContain(formatVerifierKey(log.siteKey))
  })
})
