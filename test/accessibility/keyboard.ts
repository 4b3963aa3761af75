import type { Page } from 'playwright-core'

/** What can be worked, as a reader of the page would name it. */
const NAMED = `(part) => (part.id ? '#' + part.id + ' ' : '') + part.localName + ' «' +
  (part.textContent || part.getAttribute('name') || '').trim().slice(0, 40) + '»'`

/** Everything on a page that can be worked with the mouse and is not switched off. */
const OPERABLE = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary'

const MOST_STEPS = 400

/** A date has stops of its own for day, month, year and calendar. */
const PARTS_OF_A_FIELD = 5

/**
 * Goes through a page that was just opened by the Tab key alone.
 * @returns what a person without a mouse could not do: reach a part, see where they are, leave a part
 */
export async function troublesByKeyboard(page: Page): Promise<string[]> {
  const found: string[] = []
  const expected = await page.evaluate(
    ([operable, named]) => {
      const name = new Function(`return ${named}`)() as (part: Element) => string
      return [...document.querySelectorAll<HTMLElement>(operable!)]
        .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.tabIndex >= 0)
        .filter((part) => !(part instanceof HTMLInputElement && ['hidden', 'radio'].includes(part.type)))
        .map((part, n) => {
          part.dataset.stop = String(n)
          return name(part)
        })
    },
    [OPERABLE, NAMED] as const,
  )
  const reached = new Set<number>()
  let last = ''
  let held = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    // Past the end the browser begins anew; where a script has put the keyboard further down, the rest follows then.
    const stays = stop.where === last
    if (!stays && stop.number !== undefined && reached.has(stop.number)) break
    if (stop.outside) continue
    held = stays ? held + 1 : 0
    if (held > PARTS_OF_A_FIELD) {
      found.push(`holds the keyboard: ${stop.where}`)
      break
    }
    last = stop.where
    if (stop.number !== undefined) reached.add(stop.number)
    // Within a field the browser itself shows which part is meant.
    if (!stays) found.push(...stop.troubles)
  }
  expected.forEach((name, n) => {
    if (!reached.has(n)) found.push(`out of the keyboard’s reach: ${name}`)
  })
  return found
}

/** Of a page that was just opened, and of which no script has moved the keyboard: its first stop leads past the header. */
export async function troublesPastHeader(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !document.querySelector('.skip') || document.activeElement !== document.body))
    return []
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const box = document.activeElement!.getBoundingClientRect()
    return document.activeElement!.classList.contains('skip') && box.left >= 0 && box.width > 24
  })
  if (!seen) return ['the first stop is not a visible link past the header']
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inside = await page.evaluate(() => {
    const main = document.querySelector('main')!
    return main.contains(document.activeElement) || !main.querySelector('a, button, input, summary')
  })
  return inside ? [] : ['the link past the header does not lead into the page’s main part']
}

interface Stop {
  /** On no part of the page. */
  readonly outside: boolean
  readonly where: string
  readonly number: number | undefined
  readonly troubles: string[]
}

function stopOf(page: Page): Promise<Stop> {
  return page.evaluate((named) => {
    const name = new Function(`return ${named}`)() as (part: Element) => string
    const part = document.activeElement as HTMLElement | null
    const nowhere = { outside: true, where: '', number: undefined, troubles: [] }
    if (!part || part === document.body || part === document.documentElement) return nowhere
    const { outlineStyle, outlineWidth } = getComputedStyle(part)
    const box = part.getBoundingClientRect()
    const troubles = []
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) {
      troubles.push(`no sign of where the keyboard is: ${name(part)}`)
    }
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) {
      troubles.push(`worked out of sight: ${name(part)}`)
    }
    const number = part.dataset.stop === undefined ? undefined : Number(part.dataset.stop)
    return { outside: false, where: `${part.dataset.stop} ${name(part)}`, number, troubles }
  }, NAMED)
}
