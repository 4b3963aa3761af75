import type { Context, Hono } from 'hono'
import { NAMES_PER_FILE } from '../../shared/log/names'
import { leavesBeforeErasure } from '../../shared/log/state'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { PagesDeps } from './deps'

const LIST = '/petitions/:id{[0-9a-z]{1,32}}/signers'

/**
 * Ways into a long list of signers, whose pages are files that do not know how many follow them: `?page=` takes a
 * number or `last`, and a page that is not there leads to the last before it that is. The first is there for every
 * petition that was published; where it is not, nothing is.
 */
export function signersPages(app: Hono, deps: Pick<PagesDeps, 'log'>): void {
  page(app, LIST, {
    async get(c) {
      const wanted = c.req.query('page') ?? '1'
      const number = wanted === 'last' ? Number.POSITIVE_INFINITY : Math.floor(Number(wanted))
      return toPage(c, number > 1 ? Math.min(number, await lastPage(deps, c)) : 1)
    },
  })
  // The CDN asks for the file that is missing, a browser on one machine for the address.
  for (const file of ['', '/index.html']) {
    for (const language of ['', '/en']) {
      app.get(`${language}${LIST}/:page{[0-9]+}${file}`, async (c, next) => {
        const missing = Number(c.req.param('page'))
        return missing > 1 ? toPage(c, Math.min(missing - 1, await lastPage(deps, c))) : next()
      })
    }
  }
}

/** By the log alone: where it ends with annulments, its last pages may be missing. */
async function lastPage({ log }: Pick<PagesDeps, 'log'>, c: Context): Promise<number> {
  const leaves = leavesBeforeErasure(await log.state(c.req.param('id') ?? ''))
  return Math.max(1, Math.ceil(leaves / NAMES_PER_FILE))
}

function toPage(c: Context, number: number): Response {
  return c.redirect(href(localeOfPath(c.req.path), paths.signers(c.req.param('id') ?? '', number)), 302)
}
