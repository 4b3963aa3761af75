import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** What a page says on top after a form was sent: an address with `?saved` or `?resent` brought it. */
export function flashIn(locale: Locale, address: string): { readonly flash?: string } {
  const asked = new URL(address).searchParams
  const { desk, sending } = textsOf(locale)
  if (asked.has('resent')) return { flash: sending.resent }
  return asked.has('saved') ? { flash: desk.done } : {}
}
