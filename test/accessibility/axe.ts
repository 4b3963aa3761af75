import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** The checker's own script, to be run in a page before it is checked. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every rule of WCAG 2.2 A and AA; the size of targets is off unless it is asked for. */
const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** What a theme or the width of the screen can break; of everything else the markup decides. */
const rulesOfLooks: RunOptions = {
  runOnly: {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
  },
  resultTypes: ['violations'],
}

/** @returns each violation as «rule: selector (what is wrong)» */
export async function violationsOn(page: Page, of: 'markup and looks' | 'looks'): Promise<string[]> {
  const options = of === 'looks' ? rulesOfLooks : everyRule
  const results: AxeResults = await page.evaluate(
    // In the page: the checker is the window's.
    (given) => (window as never as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')}${any[0] ? ` (${any[0].message})` : ''}`),
  )
}
