import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** The site whose cookies they are. */
interface Site {
  readonly publicUrl: string
}

/**
 * Sets a cookie that is out of reach of scripts, is sent with no request that another site makes but for following a link here,
 * and is bound to this very host and to encryption (`__Host-`, RFC 6265bis) wherever the site is https, which one
 * machine is not.
 * @param maxAge seconds
 */
export function setHostCookie(c: Context, site: Site, name: string, value: string, maxAge: number): void {
  setCookie(c, name, value, { ...options(site), httpOnly: true, sameSite: 'Lax', maxAge })
}

export function hostCookieIn(c: Context, site: Site, name: string): string | undefined {
  return isSecure(site) ? getCookie(c, name, 'host') : getCookie(c, name)
}

export function deleteHostCookie(c: Context, site: Site, name: string): void {
  deleteCookie(c, name, options(site))
}

function options(site: Site) {
  return { path: '/', ...(isSecure(site) && ({ secure: true, prefix: 'host' } as const)) }
}

function isSecure({ publicUrl }: Site): boolean {
  return publicUrl.startsWith('https:')
}
