import { createElement, type JSXNode } from 'hono/jsx'
import type { Locale } from '../../shared/locale'
import { objectKey } from '../../web/addresses'
import { PublicUrl } from '../../web/components/public-url'
import { PAGE_CACHE_SECONDS, type Publication } from './publishing'

/** A page in one language at its address. @param publicUrl address of the site */
export function pageAt(
  locale: Locale,
  path: string,
  element: { toString(): unknown },
  publicUrl: string,
): Publication {
  const body = String(createElement(PublicUrl.Provider, { value: publicUrl }, element as JSXNode))
  return { key: objectKey(locale, path), body, cacheSeconds: PAGE_CACHE_SECONDS }
}
