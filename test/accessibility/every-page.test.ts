import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from './axe'
import { type Document, documentsByKind } from './documents'
import { hiddenWords, moving, sticksOut } from './layout'
import { type Tab, Tabs } from './tabs'

// Every page in every state, in both languages, light and dark, on the narrowest phone and on a desk, with letters
// as usual and twice as large: nothing of WCAG 2.2 A and AA is broken, nothing sticks out, nothing is covered.

const PHONE = { width: 320, height: 640 }
const DESKTOP = { width: 1280, height: 900 }
const USUAL = 16
/** One browser for all: the last page waits for the others. */
const MINUTES = 400_000

let tabs: Tabs
beforeAll(async () => {
  tabs = await Tabs.open(3)
})
afterAll(() => tabs?.close())

describe('every page, whoever reads it and with what', () => {
  it.concurrent.each([...documentsByKind()])(
    '%s',
    async (_kind, documents) => {
      const found = await Promise.all(
        documents.map((document) => tabs.use((tab) => complaintsAbout(tab, document))),
      )
      expect(found.flat()).toEqual([])
    },
    MINUTES,
  )

  it('would be found where it breaks a rule, sticks out or is covered', async () => {
    const html = `<!doctype html><html lang="uk"><title>Погана сторінка</title><main><h1>Погана сторінка</h1>
      <p><font color="#ccc">Ледь видно</font><nobr>${'дуже'.repeat(99)}</nobr><input>
      <svg height="0"><foreignObject width="1" height="1"></svg></main>`
    const found = (await tabs.use((tab) => complaintsAbout(tab, { name: 'bad', locale: 'uk', html }))).join(
      '\n',
    )
    for (const rule of ['light): color-contrast', 'dark): label', 'phone): wider than the screen']) {
      expect(found).toContain(rule)
    }
  })
})

async function complaintsAbout(tab: Tab, document: Document): Promise<string[]> {
  const { page } = tab
  const found: string[] = []
  const note = (how: string, what: readonly string[]) =>
    found.push(...what.map((one) => `${document.name} (${document.locale}, ${how}): ${one}`))

  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
  await tab.show(document)
  note('phone', [...(await sticksOut(page)), ...(await hiddenWords(page))])
  note('phone, light', await violationsOn(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  note('phone, dark', await violationsOn(page, 'colours'))
  await page.setViewportSize(DESKTOP)
  note('desktop, dark', await violationsOn(page))
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  note('desktop, light', await violationsOn(page, 'colours'))
  note('without motion', await moving(page))

  await tab.letters(2 * USUAL)
  note('desktop, large letters', [...(await sticksOut(page)), ...(await hiddenWords(page))])
  await page.setViewportSize(PHONE)
  note('phone, large letters', [...(await sticksOut(page)), ...(await hiddenWords(page))])
  await tab.letters(USUAL)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  return found
}
