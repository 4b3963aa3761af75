import { DomainError } from '../../shared/problem'
import { mayDo, petitionAsResource } from '../../shared/staff/may-do'
import { href, paths } from '../../web/addresses'
import { flashIn } from '../../web/components/desk/flash'
import { DeskNoticesPage } from '../../web/pages/desk/notices'
import { actorOf } from '../actions/staff-action'
import { communitiesOf } from './caseload'
import { formWithCsrf, worker } from './desk-form'
import { deskNotices } from './desk-notices-view'
import type { DeskHandler } from './desk-page'
import { rowOf } from './queue'

const MOST = 100

/** Notices of the member's petitions that have not gone out. */
export const undelivered: DeskHandler = async (c, deps, session, locale) => {
  const { member } = session
  const communities = new Map((await deps.communities.communities()).map((one) => [one.id, one]))
  const ids = await communitiesOf(deps, member)
  const lists = await Promise.all(ids.map((id) => deps.desk.undelivered(id, MOST)))
  const rows = lists.flat().sort((a, b) => (a.notice.createdAt > b.notice.createdAt ? -1 : 1))
  const shown = [...Map.groupBy(rows.slice(0, MOST), ({ petitionId }) => petitionId)]
  const now = deps.clock.now()
  const notices = await Promise.all(
    shown.map(async ([petitionId, own]) => {
      const petition = await deps.petitions.load(petitionId)
      if (!petition || !mayDo(member, 'read-petition', petitionAsResource(petition))) return []
      const stored = own.map(({ notice }) => notice)
      const views = await deskNotices(deps, member, petition, stored, now)
      return views.map((notice) => ({ petition: rowOf(communities, petition), notice }))
    }),
  )
  return c.html(
    <DeskNoticesPage
      locale={locale}
      staff={worker(session)}
      notices={notices.flat()}
      more={lists.some((list) => list.length === MOST)}
      {...flashIn(locale, c.req.url)}
    />,
  )
}

/** Lets a notice be sent once more, by the same outbox and under the same Message-ID. */
export const resend: DeskHandler = async (c, deps, session, locale) => {
  const { from } = await formWithCsrf(c, session)
  const [petitionId, noticeId] = [c.req.param('id')!, c.req.param('notice')!]
  const petition = await deps.petitions.load(petitionId)
  if (!petition) throw new DomainError('petition-not-found')
  const by = actorOf(session.member, petition, 'resend-notice')
  const reopened = await deps.notices.reopen(petition, noticeId, { at: deps.clock.now(), by })
  if (!reopened) throw new DomainError('notice-busy')
  await deps.mailQueue.send([{ type: 'notice', petitionId, noticeId }])
  const back = from === 'list' ? paths.deskNotices : paths.deskPetition(petitionId)
  return c.redirect(`${href(locale, back)}?resent`, 303)
}
