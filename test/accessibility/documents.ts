import { LOCALES, type Locale } from '../../shared/locale'
import { everyPage, pagesWith } from '../web/all-pages'
import { unwieldyPetitions } from '../web/fixtures'

/** A page as it is sent. */
export interface Document {
  readonly locale: Locale
  /** Which page, and its state: «petition answered». */
  readonly name: string
  readonly html: string
  /** Filled with words that no layout expects; its markup is that of other documents. */
  readonly unwieldy: boolean
}

/** Every page in every state and language, by kind of page; what looks the same in several states comes once. */
export function documentsByKind(): ReadonlyMap<string, readonly Document[]> {
  const kinds = new Map<string, Document[]>()
  const seen = new Set<string>()
  for (const locale of LOCALES) {
    for (const unwieldy of [false, true]) {
      for (const [name, html] of Object.entries(unwieldy ? unwieldyPages(locale) : everyPage(locale))) {
        if (seen.has(html)) continue
        seen.add(html)
        const kind = name.split(' ')[0]!
        kinds.set(kind, [...(kinds.get(kind) ?? []), { locale, name, html, unwieldy }])
      }
    }
  }
  return kinds
}

/** Every page with words that no line holds, with letters from right to left, and with pictures among letters. */
function unwieldyPages(locale: Locale): Record<string, string> {
  const pages = Object.entries(unwieldyPetitions).flatMap(([what, petition]) =>
    Object.entries(pagesWith(locale, petition)).map(([name, html]) => [`${name} ${what}`, html]),
  )
  return Object.fromEntries(pages)
}
