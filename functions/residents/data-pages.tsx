import type { Hono } from 'hono'
import { eraseForm, mineQuery } from '../../shared/http/resident'
import { erasurePlan } from '../../shared/resident/erasure'
import { paths } from '../../web/addresses'
import { DataPage } from '../../web/pages/me/data'
import { ErasedPage, ErasePage } from '../../web/pages/me/erase'
import { residentExportOf } from '../../web/resident-export'
import { query } from '../http/body'
import type { ResidentsDeps } from './deps'
import { eraseHeld } from './erase'
import { ownerOf, ownPage } from './own-page'
import { searchAll } from './search'
import { closeSession, ownForm } from './session'
import { searchTime } from './time'

/** What is held about a resident: to read, as a file, and to erase as far as that may be. */
export function dataPages(app: Hono, deps: ResidentsDeps): void {
  ownPage(app, deps, paths.meData, {
    async get(c, session, locale) {
      const { after } = query(c.req.raw, mineQuery)
      const [found, communities] = await Promise.all([
        searchAll(deps, session.person, { after, hasTime: searchTime() }),
        deps.communities.communities(),
      ])
      return c.html(<DataPage {...ownerOf(session, locale)} {...found} communities={communities} />)
    },
  })
  ownPage(app, deps, paths.meDataFile, {
    async get(c, session, locale) {
      const { after } = query(c.req.raw, mineQuery)
      const found = await searchAll(deps, session.person, { after, hasTime: searchTime() })
      const { email } = session.person
      const of = { locale, publicUrl: deps.publicUrl, madeAt: deps.clock.now(), email, ...found }
      c.header('content-disposition', 'attachment; filename="viche-my-data.json"')
      return c.json(residentExportOf(of))
    },
  })
  erasePages(app, deps)
}

function erasePages(app: Hono, deps: ResidentsDeps): void {
  ownPage(app, deps, paths.meErase, {
    async get(c, session, locale) {
      const { held, next } = await searchAll(deps, session.person, { hasTime: searchTime() })
      return c.html(<ErasePage {...ownerOf(session, locale)} plan={erasurePlan(held)} next={next} />)
    },
    async post(c, session, locale) {
      const { after } = await ownForm(c, session, eraseForm)
      const { held, next } = await searchAll(deps, session.person, { after, hasTime: searchTime() })
      const plan = await eraseHeld(deps, session.person, held)
      if (next === undefined) closeSession(c, deps)
      return c.html(<ErasedPage {...ownerOf(session, locale)} plan={plan} next={next} />)
    },
  })
}
