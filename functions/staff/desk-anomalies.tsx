import * as z from 'zod'
import { groupLeft } from '../../shared/anomaly/left'
import { ANNULLABLE, type Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import { mayDo, petitionAsResource } from '../../shared/staff/may-do'
import { href, paths } from '../../web/addresses'
import type { AnomalyView } from '../../web/components/anomaly/view'
import { flashIn } from '../../web/components/desk/flash'
import { DeskAnomaliesPage } from '../../web/pages/desk/anomalies'
import { isAlarming } from '../actions/alarming'
import { readAnomalies, reportAnomalies } from '../actions/report-anomalies'
import { isWanted } from '../actions/watch-anomalies'
import type { AnomalyState } from '../ports/anomaly-store'
import type { StaffDeps } from './deps'
import { checkedForm, formWithCsrf, worker } from './desk-form'
import type { DeskHandler } from './desk-page'
import type { Session } from './session'

/** Entries of the log up to which a report is made while its reader waits: within a second or two. */
const AT_ONCE = 3000
const REFRESH_SECONDS = 5

/** What is unusual about a petition's signatures. */
export const anomalies: DeskHandler = async (c, deps, session, locale) => {
  const petition = await petitionOf(deps, c.req.param('id')!)
  const view = await viewOf(deps, session, petition)
  if (view.waiting) c.header('refresh', String(REFRESH_SECONDS))
  const staff = worker(session)
  return c.html(<DeskAnomaliesPage {...{ locale, staff, petition, view, ...flashIn(locale, c.req.url) }} />)
}

const asked = z.object({ do: z.enum(['renew', 'settle', 'unsettle']) })

/** Makes a new report, at once or by the next sweep; or notes that what was found is in order, or not any more. */
export const workOnAnomalies: DeskHandler = async (c, deps, session, locale) => {
  const petition = await petitionOf(deps, c.req.param('id')!)
  const { do: what } = checkedForm(asked, await formWithCsrf(c, session))
  if (petition.namesErasedAt) throw new DomainError('names-erased')
  if (what === 'renew') await renew(deps, petition)
  else await settle(deps, session, petition, what === 'settle')
  return c.redirect(
    `${href(locale, paths.deskAnomalies(petition.id))}${what === 'renew' ? '' : '?saved'}`,
    303,
  )
}

async function renew(deps: StaffDeps, petition: Petition): Promise<void> {
  const { applied } = await deps.log.state(petition.id)
  if (applied <= AT_ONCE) await reportAnomalies(deps, petition)
  else await deps.anomalies.want(petition, deps.clock.now())
}

async function settle(
  deps: StaffDeps,
  { member }: Session,
  petition: Petition,
  right: boolean,
): Promise<void> {
  const { report } = (await deps.anomalies.get(petition)) ?? {}
  const inGroups = right ? (report?.inGroups ?? 0) : 0
  await deps.anomalies.settle(petition, { at: deps.clock.now(), staffId: member.id, inGroups })
}

async function petitionOf(deps: StaffDeps, id: string): Promise<Petition> {
  const petition = await deps.petitions.load(id)
  if (!petition) throw new DomainError('petition-not-found')
  return petition
}

async function viewOf(deps: StaffDeps, { member }: Session, petition: Petition): Promise<AnomalyView> {
  const erased = petition.namesErasedAt !== undefined
  const [state, report, rows] = await Promise.all([
    deps.anomalies.get(petition),
    erased ? undefined : readAnomalies(deps, petition.id),
    deps.annulments.rows(petition.id),
  ])
  const annulled = new Set(rows.map(({ target }) => target))
  const settled = await settledBy(deps, state)
  const mayAnnul =
    ANNULLABLE.includes(petition.status) && mayDo(member, 'annul', petitionAsResource(petition))
  return {
    ...(report && { report }),
    groups: (report?.groups ?? []).map((group) => groupLeft(group, annulled)),
    waiting: !erased && state !== undefined && isWanted(state),
    alarming: state !== undefined && isAlarming(state),
    ...(settled && { settled }),
    mayAnnul,
    erased,
  }
}

async function settledBy(
  { staff }: StaffDeps,
  state: AnomalyState | undefined,
): Promise<AnomalyView['settled']> {
  const { settled } = state ?? {}
  if (!state || !settled || settled.inGroups === 0 || isAlarming(state)) return undefined
  return { at: settled.at, name: (await staff.staff(settled.staffId))?.name }
}
