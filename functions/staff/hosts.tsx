import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { flawsOf, frontForm, frontOf } from '../../shared/community/front'
import type { Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { mayDo } from '../../shared/staff/may-do'
import { href, paths } from '../../web/addresses'
import { DeskHostPage, type DeskHostPageProps } from '../../web/pages/desk/host'
import { DeskHostsPage } from '../../web/pages/desk/hosts'
import { textsOf } from '../../web/texts'
import { formatContrast } from '../../web/texts/contrast'
import { changeFront, changeLogo, editableHost } from '../actions/change-front'
import { multipartFile } from '../http/multipart-file'
import { noteRefusal } from '../http/problem'
import { LOGO_LIMITS, type LogoFault, NoLogo } from '../logos/picture-kind'
import { redrawn } from '../logos/redraw'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, sameCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import type { Session } from './session'

/** Changes of a front that the page lists. */
const LINES = 50

/** What hosts show of themselves, at the desk of their editors and of operators. */
export function hostPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskHosts, { get: choice })
  deskPage(app, deps, paths.deskHost(':id'), { get: front, post: saveFront })
  deskPage(app, deps, paths.deskHostLogo(':id'), { post: saveLogo })
}

const choice: DeskHandler = async (c, deps, session, locale) => {
  const all = await deps.communities.hosts()
  const hosts = all.filter(
    ({ id, kind }) => kind === 'ngo' && mayDo(session.member, 'change-front', { kind: 'host', id }),
  )
  if (hosts.length === 1) return c.redirect(href(locale, paths.deskHost(hosts[0]!.id)), 303)
  return c.html(<DeskHostsPage locale={locale} staff={worker(session)} hosts={hosts} />)
}

const front: DeskHandler = async (c, deps, session, locale) => {
  const host = await editableHost(deps, session.member, c.req.param('id')!)
  const flash = c.req.query('saved') === undefined ? {} : { flash: textsOf(locale).hostDesk.saved }
  return c.html(await hostPage(deps, session, locale, host, flash))
}

const saveFront: DeskHandler = async (c, deps, session, locale) => {
  const { version = '', ...values } = await formWithCsrf(c, session)
  const host = await editableHost(deps, session.member, c.req.param('id')!)
  try {
    const form = checkedForm(frontForm, filledIn(values))
    const flaws = flawsOf(frontOf(form, host.front))
    const wrong = flaws.map(({ field, contrast, nearest }) => ({
      field,
      message: textsOf(locale).hostDesk.colourFlaws[field](formatContrast(locale, contrast), nearest),
    }))
    if (wrong.length > 0) {
      noteRefusal(c, new DomainError('invalid-body'))
      return c.html(await hostPage(deps, session, locale, host, { values, errors: wrong }), 422)
    }
    await changeFront(deps, session.member, host, form, Number(version))
    return saved(c, locale, host)
  } catch (error) {
    const status = noteRefusal(c, error)
    if (status !== 400 && status !== 409) throw error
    const conflict = error instanceof DomainError && error.code === 'conflict'
    const errors = conflict
      ? [{ field: '', message: textsOf(locale).hostDesk.conflict }]
      : formErrors(error, locale)
    const now = await editableHost(deps, session.member, host.id)
    return c.html(
      await hostPage(deps, session, locale, now, { values, errors }),
      status as ContentfulStatusCode,
    )
  }
}

const saveLogo: DeskHandler = async (c, deps, session, locale) => {
  const host = await editableHost(deps, session.member, c.req.param('id')!)
  try {
    const { fields, file } = await multipartFile(c.req.raw, LOGO_LIMITS.bytes)
    if (!sameCsrf(fields.csrf, session.csrf)) throw new DomainError('csrf')
    const picture = fields.remove === undefined ? await redrawn(deps.files, file) : undefined
    await changeLogo(deps, session.member, host, picture)
    return saved(c, locale, host)
  } catch (error) {
    const logoFault = faultOf(error)
    if (!logoFault) throw error
    noteRefusal(c, new DomainError('invalid-body'))
    return c.html(await hostPage(deps, session, locale, host, { logoFault }), 422)
  }
}

function faultOf(error: unknown): LogoFault | undefined {
  if (error instanceof NoLogo) return error.fault
  return error instanceof DomainError && error.code === 'body-too-large' ? 'tooLarge' : undefined
}

function saved(c: Context, locale: Locale, { id }: Host): Response {
  return c.redirect(`${href(locale, paths.deskHost(id))}?saved`, 303)
}

async function hostPage(
  deps: StaffDeps,
  session: Session,
  locale: Locale,
  host: Host,
  more: Partial<Pick<DeskHostPageProps, 'flash' | 'values' | 'errors' | 'logoFault'>>,
) {
  const changes = await deps.fronts.changes(host.id, LINES)
  return <DeskHostPage locale={locale} staff={worker(session)} host={host} changes={changes} {...more} />
}
