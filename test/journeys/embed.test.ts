import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { type ForeignSite, serveForeignSite } from '../support/journeys/foreign-site'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { shelter } from '../support/journeys/wishes'

// An NGO collects signatures on its own web site, whose content policy allows the product's address and no more.

let town: TownProcess
let browser: Browser
let ngo: ForeignSite
let id: string
let readers: Reader[] = []

const signer = { name: hero(5), email: heroEmail(5) }

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(shelter)
  await new Staff(town.site, 'editor@kalynovyi-mist.example').does(id, 'publish', {})
  await town.site.until('the frame', async () => (await town.site.get(`/embed/${id}`)).status === 200)
  ngo = await serveForeignSite(pagesOf(town.site.url))
})
afterAll(async () => {
  ngo?.stop()
  await browser?.close()
  await town?.stop()
})
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.leaves()))
  readers = []
})

/** Nothing but its own files and the product's address; no inline style, no text as markup or script. */
const strict = (site: string, frames = site) =>
  [
    "default-src 'none'",
    `script-src 'self' ${site}`,
    "style-src 'self'",
    `frame-src ${frames}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

function pagesOf(site: string) {
  const page = (widget: string) =>
    `<!doctype html><html lang="uk"><title>Калиновий міст</title><script src="/heard.js"></script><a href="/about">Про нас</a>${widget}<a href="/news">Новини</a>`
  const tag = (attributes = '') =>
    `<script type="module" src="${site}/embed/viche.js"></script><viche-petition petition="${id}" lang="uk"${attributes}><a href="${site}/petitions/${id}">Підписати на «Вічі»</a></viche-petition>`
  const heard =
    "for (const name of ['ready', 'sent', 'fallback']) addEventListener('viche-' + name, ({ detail }) => { document.documentElement.dataset[name] = JSON.stringify(detail) })"
  return {
    '/heard.js': { body: heard, type: 'text/javascript' },
    '/': { body: page(tag()), policy: strict(site) },
    '/compact': { body: page(tag(' size="compact" theme="dark"')), policy: strict(site) },
    '/no-frames': { body: page(tag()), policy: strict(site, "'none'") },
    '/no-script': { body: page(tag()), policy: "default-src 'self'" },
    '/iframe': {
      body: page(`<iframe src="${site}/embed/${id}" title="Петиція" width="320" height="600"></iframe>`),
    },
    '/nothing': { body: page(tag().replaceAll(id, 'nowhere')), policy: strict(site) },
  }
}

async function visits(path: string, options?: ReaderOptions): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, options)
  readers.push(reader)
  await reader.goes(`${ngo.url}${path}`)
  return reader
}

/** The framed petition, once the page has made room for it. */
async function framed(page: Page): Promise<Frame> {
  await page.locator('html[data-ready]').waitFor()
  return page.frames().find((frame) => frame.url().includes(`/embed/${id}`))!
}

const heard = (page: Page, event: string) =>
  page.evaluate(`document.documentElement.dataset.${event}`) as Promise<string | undefined>

/** Presses Tab until what has the focus in the frame is called so, as somebody without a mouse does. */
async function tabsTo(page: Page, frame: Frame, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    const reached = await frame.evaluate(
      '(({ labels, localName, textContent }) => labels?.[0]?.textContent ?? (localName === "button" ? textContent : ""))(document.activeElement)',
    )
    if (String(reached).trim().startsWith(name)) return
  }
  throw new Error(`not reached by the keyboard: ${name}`)
}

test('on the NGO’s page a resident signs by keyboard alone', async () => {
  const reader = await visits('/')
  const { page } = reader
  const frame = await framed(page)
  await frame.getByRole('heading', { level: 1, name: shelter.title }).waitFor()
  expect(await frame.locator('.tally').textContent()).toContain('0 підписів')
  expect(await frame.locator('.days').textContent()).toMatch(/Залиш/)
  // Neither the focus nor the page's own place is taken, and the form is shown whole.
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  const [inner, outer] = await Promise.all([
    frame.evaluate('document.documentElement.scrollHeight'),
    page.locator('viche-petition iframe').evaluate((element) => element.clientHeight),
  ])
  expect(outer).toBe(inner)
  expect(await page.locator('viche-petition iframe').getAttribute('title')).toContain(shelter.title)

  await tabsTo(page, frame, 'Надіслати мені лист')
  await page.keyboard.press('Enter')
  await frame.getByRole('alert').getByText('Заповніть це поле.').first().waitFor()
  expect(await frame.evaluate("document.activeElement.getAttribute('role')")).toBe('alert')
  for (const [field, text] of [
    ['Прізвище', signer.name.surname],
    ['Ім’я', signer.name.givenName],
    ['Електронна пошта', signer.email],
  ] as const) {
    await tabsTo(page, frame, field)
    await page.keyboard.type(text)
  }
  await tabsTo(page, frame, 'Мені зрозуміло')
  await page.keyboard.press('Space')
  await tabsTo(page, frame, 'Надіслати мені лист')
  await reader.pictures('embed-filled')
  await page.keyboard.press('Enter')
  await frame.getByRole('heading', { name: 'Залишився один крок' }).waitFor()
  await page.locator('html[data-sent]').waitFor()
  // The page learns that it happened, and nothing of who.
  expect(await heard(page, 'sent')).toBe(JSON.stringify({ petition: id }))
  // No trap: the keyboard goes on to what follows the form on the NGO's page.
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('Tab')
  expect(reader.complaints).toEqual([])

  const { links } = await town.site.mail(signer.email, 'Підтвердьте підпис')
  expect(links[0]).toMatch(new RegExp(`^${town.site.url}/confirm\\?token=`))
  const own = await visits('/')
  await own.goes(links[0]!)
  await own.presses('Так, підписую петицію')
  await own.reads('Дякуємо! Ваш підпис зараховано')
})

test('the count follows on the NGO’s page', async () => {
  await town.site.until('the count in the frame', async () =>
    (await town.site.get(`/embed/${id}`)).text.includes('1 підпис'),
  )
  const { page } = await visits('/')
  expect(await (await framed(page)).locator('.tally').textContent()).toContain('1 підпис')
})

test('the small size unfolds by a button, in the theme that the NGO chose, on the narrowest column', async () => {
  const reader = await visits('/compact')
  const { page } = reader
  await page.setViewportSize({ width: 276, height: 700 })
  const frame = await framed(page)
  expect(await frame.locator('form').isVisible()).toBe(false)
  await reader.pictures('embed-compact')
  await frame.getByRole('button', { name: 'Підписати петицію' }).click()
  expect(await frame.evaluate('document.activeElement.name')).toBe('person.surname')
  expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(await frame.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(18, 20, 31)')
  await reader.pictures('embed-compact-open')
  expect(reader.complaints).toEqual([])
})

test('where the page forbids frames, its link remains and says why', async () => {
  const { page } = await visits('/no-frames')
  await page.getByText('Ця сторінка не може показати форму').waitFor()
  expect(await page.getByRole('link', { name: 'Підписати на «Вічі»' }).getAttribute('href')).toBe(
    `${town.site.url}/petitions/${id}`,
  )
  expect(await heard(page, 'fallback')).toContain('forbidden')
  expect(await page.locator('iframe').count()).toBe(0)
})

test('where the page forbids our script, its link remains', async () => {
  const { page } = await visits('/no-script')
  await page.getByRole('link', { name: 'Підписати на «Вічі»' }).waitFor()
})

test('a petition that does not exist leaves the link too', async () => {
  const { page } = await visits('/nothing')
  await page.getByText('Ця сторінка не може показати форму').waitFor()
  expect(await heard(page, 'fallback')).toContain('silent')
})

test('the plain frame is whole without scripts, and leads to the site’s own form in a new tab', async () => {
  const reader = await visits('/iframe', { scripts: false })
  const frame = reader.page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1, name: shelter.title }).waitFor()
  expect(await frame.locator('progress').isVisible()).toBe(true)
  expect(await frame.locator('form').isVisible()).toBe(false)
  const link = frame.getByRole('link', { name: 'Підписати петицію' })
  expect(await link.getAttribute('href')).toBe(`/petitions/${id}/sign`)
  expect(await link.getAttribute('target')).toBe('_blank')
  await reader.pictures('embed-without-scripts')
  expect(reader.complaints).toEqual([])
})

test('nothing but the pages made for frames may be framed', async () => {
  const policy = async (path: string) => (await town.site.get(path)).headers.get('content-security-policy')!
  expect(await policy(`/embed/${id}`)).toContain('frame-ancestors https: http:')
  for (const path of ['/', `/petitions/${id}/sign`, '/confirm', '/staff'])
    expect(await policy(path), path).toContain("frame-ancestors 'none'")
  const script = await town.site.get('/embed/viche.js')
  expect(script.headers.get('access-control-allow-origin')).toBe('*')
  expect(
    (await town.site.get(`/api/v1/petitions/${id}`)).headers.get('access-control-allow-origin'),
  ).toBeNull()
})
