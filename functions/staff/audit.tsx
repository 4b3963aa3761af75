import type { Context, Hono } from 'hono'
import { dayOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { placeAsResource } from '../../shared/staff/may-do'
import { paths } from '../../web/addresses'
import { lineWords } from '../../web/components/desk/audit-line'
import { type AuditLineView, DeskAuditPage } from '../../web/pages/desk/audit'
import { textsOf } from '../../web/texts'
import { BOM, spreadsheetRows } from '../http/spreadsheet'
import type { AuditLine } from '../ports/audit-store'
import { noteAttempt } from './attempt'
import { readAuditQuery } from './audit-query'
import type { StaffDeps } from './deps'
import { worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import { namesOf } from './names'
import { placesFor } from './places'
import { readTrail } from './read-trail'
import type { Session } from './session'

const PER_PAGE = { lines: 50, read: 5000 }
/** A table of this many lines is 3 MB, half of what a function may answer. */
const PER_TABLE = { lines: 20_000, read: 100_000 }

/** The trail of what staff do, for those who answer for them. */
export function auditPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskAudit, { get: trail })
  deskPage(app, deps, paths.deskAuditTable, { get: table })
}

const trail: DeskHandler = async (c, deps, session, locale) => {
  const { place, places, query } = await chosenIn(c, deps, session, locale, 'read-audit')
  const { lines, before } = await readTrail(deps, { ...query, scope: place.scope }, PER_PAGE)
  const members = (await deps.office.members()).map(({ id, name, grants }) => ({
    ...{ id, name },
    here: grants.some(({ scope }) => scope === place.scope),
  }))
  const shown = new Set([...lines.map(({ who }) => who), query.who])
  return c.html(
    <DeskAuditPage
      locale={locale}
      staff={worker(session)}
      place={place}
      places={places}
      people={members.filter(({ id, here }) => here || shown.has(id))}
      query={query}
      lines={await named(deps, lines)}
      years={deps.auditYears}
      {...(before !== undefined && { before })}
    />,
  )
}

const table: DeskHandler = async (c, deps, session, locale) => {
  const { place, query } = await chosenIn(c, deps, session, locale, 'export-audit')
  noteAttempt(c, { resource: placeAsResource(place.scope) })
  const { lines } = await readTrail(deps, { ...query, scope: place.scope }, PER_TABLE)
  const header = Object.values(textsOf(locale).audit.columns)
  const rows = (await named(deps, lines)).map((line) => lineWords(locale, line))
  return c.body(BOM + spreadsheetRows(locale, [header, ...rows]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="staff-actions-${query.from}-${query.to}.csv"`,
  })
}

/** The place that was asked for, of those whose trail the member may read, or the first of them. */
async function chosenIn(
  c: Context,
  deps: StaffDeps,
  { member }: Session,
  locale: Locale,
  action: 'read-audit' | 'export-audit',
) {
  const query = readAuditQuery(c.req.url, dayOf(deps.clock.now()))
  const places = await placesFor(deps.communities, member, action, locale)
  const place = query.scope === undefined ? places[0] : places.find(({ scope }) => scope === query.scope)
  if (!place) throw new DomainError('forbidden')
  return { place, places, query }
}

async function named(deps: StaffDeps, lines: readonly AuditLine[]): Promise<AuditLineView[]> {
  const names = await namesOf(
    deps.staff,
    lines.map(({ who }) => who),
  )
  return lines.map((line) => ({ ...line, name: names.get(line.who) ?? line.who }))
}
