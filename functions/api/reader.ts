import type { Context } from 'hono'
import type { Locale } from '../../shared/locale'
import { clientAddress } from '../http/client-address'
import { requestLocale } from '../http/resource'
import type { ApiDeps } from './deps'

/** Who asks: the network limits count, and the language of the mail (the body's own wish first). */
export function readerOf(
  c: Context,
  { addressHeader }: Pick<ApiDeps, 'addressHeader'>,
  locale: Locale | undefined,
): { readonly network: string; readonly locale: Locale } {
  return {
    network: clientAddress(c.req.raw, addressHeader),
    locale: locale ?? requestLocale(c),
  }
}
