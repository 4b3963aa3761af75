import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '../../shared/locale'
import { violationsOn } from './axe'
import { type Document, documentsByKind } from './documents'
import { hiddenWords, moving, sticksOut } from './layout'
import { type Tab, Tabs } from './tabs'

// Every page in every state, in both languages, light and dark, on the narrowest phone and on a desk, with letters
// as usual and twice as large: nothing of WCAG 2.2 A and AA is broken, nothing sticks out, nothing is covered.

const PHONE = { width: 320, height: 640 }
/** A small laptop, where a row that is too long for it shows. */
const DESKTOP = { width: 1000, height: 800 }
const USUAL = 16
/** One browser for all: the last page waits for the others. */
const MINUTES = 900_000

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
    const found = (
      await tabs.use((tab) => complaintsAbout(tab, { name: 'bad', locale: 'uk', html, unwieldy: false }))
    ).join('\n')
    for (const rule of [
      'light): color-contrast',
      'light): label',
      'dark): color-contrast',
      'phone): wider than the screen',
    ]) {
      expect(found).toContain(rule)
    }
  })
})

async function complaintsAbout(tab: Tab, document: Document): Promise<string[]> {
  const { page } = tab
  const found: string[] = []
  const note = (how: string, what: readonly string[]) =>
    found.push(...what.map((one) => `${document.name} (${document.locale}, ${how}): ${one}`))

  const checkWords = async (how: string) =>
    note(how, [...(await sticksOut(page)), ...(await hiddenWords(page))])

  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(PHONE)
  await tab.show(document)
  await checkWords('phone')
  note('without motion', await moving(page))
  if (!document.unwieldy) {
    note('phone, light', await violationsOn(page, 'markup and looks'))
  }
  // Colours and sizes are the same in either language, and Ukrainian words are the longer ones.
  if (document.locale !== LOCALES[0]) return found
  if (!document.unwieldy) {
    await page.emulateMedia({ colorScheme: 'dark' })
    note('phone, dark', await violationsOn(page, 'looks'))
    await page.setViewportSize(DESKTOP)
    note('desktop, dark', await violationsOn(page, 'looks'))
    await page.emulateMedia({ colorScheme: 'light' })
    note('desktop, light', await violationsOn(page, 'looks'))
  }
  await page.setViewportSize(DESKTOP)
  await tab.letters(2 * USUAL)
  await checkWords('desktop, large letters')
  await page.setViewportSize(PHONE)
  await checkWords('phone, large letters')
  await tab.letters(USUAL)
  return found
}
