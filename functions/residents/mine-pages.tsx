import type { Context, Hono } from 'hono'
import { mineQuery, ownPetitionForm } from '../../shared/http/resident'
import { href, paths } from '../../web/addresses'
import { AskPage } from '../../web/pages/me/ask'
import { OverviewPage } from '../../web/pages/me/overview'
import { query } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { ResidentsDeps } from './deps'
import { askForLink, providersOf } from './enter-pages'
import { forgetContacts, stopNews } from './opt-out'
import { type OwnHandler, ownerOf, ownPage } from './own-page'
import { searchAll, searchPage } from './search'
import { ownForm, type ResidentSession, sessionIn } from './session'
import { searchTime } from './time'

/** One's own page: signatures and mails, and opting out of these. Who has none open asks for a link here. */
export function minePages(app: Hono, deps: ResidentsDeps): void {
  page(app, paths.me, {
    async get(c) {
      const session = await sessionIn(c, deps)
      return session ? overview(c, deps, session) : asked(c, deps)
    },
    post: (c) => askForLink(c, deps),
  })
  ownPage(app, deps, paths.meUpdates, { post: stop(deps) })
  ownPage(app, deps, paths.meContacts, { post: forget(deps) })
}

function asked(c: Context, deps: ResidentsDeps) {
  const reason = (['ended', 'left'] as const).find((one) => one === c.req.query('reason'))
  const shown = { locale: localeOfPath(c.req.path), providers: providersOf(deps) }
  return c.html(<AskPage {...shown} {...(reason && { reason })} />)
}

async function overview(c: Context, deps: ResidentsDeps, session: ResidentSession): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  const { community, after, done } = query(c.req.raw, mineQuery)
  const [found, communities] = await Promise.all([
    searchPage(deps, session.person, { community, after }),
    deps.communities.communities(),
  ])
  const owner = ownerOf(session, locale)
  return c.html(
    <OverviewPage {...owner} {...found} {...{ communities, community, done, now: deps.clock.now() }} />,
  )
}

/** News of one petition ends, or of all wherever they are. */
const stop =
  (deps: ResidentsDeps): OwnHandler =>
  async (c, session, locale) => {
    const { petition } = await ownForm(c, session, ownPetitionForm)
    const { email } = session.person
    if (email !== undefined) {
      const ids = petition === undefined ? await followed(deps, session) : [petition]
      await stopNews(deps, email, ids)
    }
    return c.redirect(`${href(locale, paths.me)}?done=stopped`, 303)
  }

async function followed(deps: ResidentsDeps, { person }: ResidentSession): Promise<string[]> {
  const { held } = await searchAll(deps, person, { hasTime: searchTime() })
  return held.follows.map(({ petition }) => petition.id)
}

const forget =
  (deps: ResidentsDeps): OwnHandler =>
  async (c, session, locale) => {
    await ownForm(c, session, ownPetitionForm)
    const { held } = await searchAll(deps, session.person, { hasTime: searchTime() })
    await forgetContacts(
      deps,
      held.signatures.filter(({ contact }) => contact),
    )
    return c.redirect(`${href(locale, paths.me)}?done=forgotten`, 303)
  }
