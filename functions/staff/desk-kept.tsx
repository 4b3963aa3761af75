import type { Context } from 'hono'
import * as z from 'zod'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../../web/addresses'
import { DeskConfirmPage } from '../../web/pages/desk/confirm'
import { DeskKeptPage } from '../../web/pages/desk/kept'
import { DeskLostPage } from '../../web/pages/desk/lost'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'
import { formBody } from '../http/body'
import type { KeptFormStore } from '../ports/kept-form-store'
import { type OfferDeps, offeredCouncils } from './council/offered'
import type { StaffDeps } from './deps'
import { DESK_FORM_BYTES, formWithCsrf, sameCsrf, sentForm, worker } from './desk-form'
import type { DeskHandler } from './desk-page'
import { KEPT_MINUTES, type KeptForm, openForm, sealForm } from './kept-form'
import type { Session, SessionDeps } from './session'
import { lapsedSessionOf } from './session-cookie'

/**
 * A form that was sent after its session had ended, or that asks for a fresh proof of who sends it. Whose it is the
 * cookie still proves, so the form waits, sealed, for that member alone; without such a proof what was typed stays on
 * the page.
 */
export async function keepForm(
  c: Context,
  deps: SessionDeps & OfferDeps & { readonly keptForms: KeptFormStore },
  locale: Locale,
  code: 'sign-in-required' | 'reauthentication-required',
): Promise<Response> {
  const lapsed = await lapsedSessionOf(c, deps)
  const read = sentForm(c)
  const { csrf, ...fields } = read ? { csrf: lapsed?.csrf, ...read } : await anyForm(c)
  if (!lapsed || !sameCsrf(csrf, lapsed.csrf)) {
    return c.html(<DeskLostPage locale={locale} values={fields} />, 401)
  }
  const { staffId, within } = lapsed
  const sealed = await sealForm(deps.keys, { staffId, ...(within && { within }), path: c.req.path, fields })
  const expiresAt = instantOf(Date.parse(deps.clock.now()) + KEPT_MINUTES * 60_000)
  await deps.keptForms.keep(staffId, sealed, expiresAt)
  const councils = await offeredCouncils(deps, locale, within)
  if (code === 'sign-in-required') return c.html(<DeskSignInPage {...{ locale, councils }} kept />, 401)
  const council = within && councils[0]
  return c.html(<DeskConfirmPage {...{ locale, council }} fields={{ ...fields, csrf: lapsed.csrf }} />, 401)
}

function anyForm(c: Context): Promise<Record<string, string>> {
  return formBody(c.req.raw, z.record(z.string(), z.string()), DESK_FORM_BYTES)
}

/** The member's own form, where one waits. */
export async function keptFormOf(
  deps: StaffDeps,
  { member, within }: Pick<Session, 'member' | 'within'>,
): Promise<KeptForm | undefined> {
  const sealed = await deps.keptForms.kept(member.id, deps.clock.now())
  const whose = { staffId: member.id, ...(within && { within }) }
  return sealed === undefined ? undefined : openForm(deps.keys, sealed, whose)
}

/** The form that waited, to be sent by one press or let go. */
export const keptForm: DeskHandler = async (c, deps, session, locale) => {
  const form = await keptFormOf(deps, session)
  if (!form) return c.redirect(href(locale, paths.desk), 303)
  return c.html(<DeskKeptPage locale={locale} staff={worker(session)} fields={form.fields} />)
}

/** Lets the form go; with `?send` the browser sends it on to where it was meant for (307 keeps method and body). */
export const discardOrSend: DeskHandler = async (c, deps, session, locale) => {
  await formWithCsrf(c, session)
  const form = await keptFormOf(deps, session)
  await deps.keptForms.drop(session.member.id)
  if (!form || c.req.query('send') === undefined) return c.redirect(href(locale, paths.desk), 303)
  return c.redirect(form.path, 307)
}
