import type { Page } from 'playwright-core'

/** Parts of a page that stick out of the screen to the right: it would have to be pushed about to be read. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (part) => part.getBoundingClientRect().right > width + 1,
    )
    return (wide.length ? wide : [document.body]).slice(0, 3).map((part) => {
      const name = part.className && typeof part.className === 'string' ? `.${part.className}` : ''
      return `wider than the screen: ${part.localName}${name} «${part.textContent?.trim().slice(0, 40)}»`
    })
  })
}

/** Words that a box cuts off, and words that lie on other words. */
export function hiddenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: { words: string; box: DOMRect; part: Element }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const part = node.parentElement!
      if (!node.textContent?.trim() || !part.checkVisibility() || part.closest('.trap, .skip, .unseen, svg'))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const words = node.textContent.trim().slice(0, 40)
      for (const box of range.getClientRects()) if (box.width > 1) texts.push({ words, box, part })
    }
    const cut = [...document.querySelectorAll('body *')].filter((part) => {
      const { overflowX, overflowY } = getComputedStyle(part)
      const clips = ['hidden', 'clip'].includes(overflowX) || ['hidden', 'clip'].includes(overflowY)
      if (!clips || part.closest('.trap, .unseen, svg, progress, input, select, textarea')) return false
      return part.clientHeight > 1 && part.scrollWidth > part.clientWidth + 2
    })
    texts.sort((a, b) => a.box.top - b.box.top)
    const laid: string[] = []
    texts.forEach((one, n) => {
      // Boxes of letters are taller than the letters: only a middle that is covered counts.
      const middle = one.box.top + one.box.height * 0.7
      for (const other of texts.slice(n + 1)) {
        if (other.box.top > middle) break
        const top = other.box.top + other.box.height * 0.3
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        if (top < middle && across > 2 && one.part !== other.part && !one.part.contains(other.part)) {
          if (!other.part.contains(one.part)) laid.push(`«${one.words}» lies on «${other.words}»`)
        }
      }
    })
    return [...cut.map((part) => `cut off: «${part.textContent?.trim().slice(0, 40)}»`), ...laid].slice(0, 5)
  })
}

/** Parts that move though the reader has asked for no motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((part) => {
        const { transitionDuration, animationDuration } = getComputedStyle(part)
        return [transitionDuration, animationDuration].some((times) => /[1-9]/.test(times))
      })
      .map((part) => `moves: ${part.localName}.${part.className}`),
  )
}
