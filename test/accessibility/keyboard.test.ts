import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentsByKind } from './documents'
import { troublesByKeyboard, troublesPastHeader } from './keyboard'
import { Tabs } from './tabs'

// Whoever uses no mouse reaches everything on every page, sees where they are, and leaves again.

let tabs: Tabs
beforeAll(async () => {
  tabs = await Tabs.open(1)
})
afterAll(() => tabs?.close())

/** Of each kind of page the first in Ukrainian: another state rarely brings another kind of part. */
const pages = [...documentsByKind()].map(
  ([kind, documents]) => [kind, documents.filter(({ locale }) => locale === 'uk').slice(0, 1)] as const,
)

describe('by keyboard alone', () => {
  it.each(pages)('%s', async (_kind, documents) => {
    for (const document of documents) {
      const troubles = await tabs.use(async ({ page, show }) => {
        await page.setViewportSize({ width: 360, height: 740 })
        await show(document)
        const troubles = await troublesByKeyboard(page)
        await show(document)
        return [...troubles, ...(await troublesPastHeader(page))]
      })
      expect(troubles, document.name).toEqual([])
    }
  })

  it('a part out of reach, a focus out of sight and a trap would be found', async () => {
    const html = `<!doctype html><html lang="uk"><title>Погана</title><a class="skip" href="#main">Далі</a>
      <main id="main" tabindex="-1"><a href="#a" style="outline: none">Без знаку</a>
      <div inert><a href="#b">Недосяжне</a></div></main>`
    const troubles = await tabs.use(async ({ page, show }) => {
      await show({ locale: 'uk', name: 'bad', html, unwieldy: false })
      await page.evaluate('document.querySelector("main a").style.outline = "none"')
      return troublesByKeyboard(page)
    })
    expect(troubles.join()).toMatch(/no sign of where.*out of the keyboard’s reach/)
  })
})
