import type { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dayOf } from '../../shared/calendar/day'
import { NAMED } from '../../shared/community/setting-changes'
import type { Community } from '../../shared/community/settings'
import { communitySettingsForm, IDENTITY_FIELDS } from '../../shared/http/community-settings'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { mayDo } from '../../shared/staff/may-do'
import { href, paths } from '../../web/addresses'
import { DeskSettingsPage, type DeskSettingsPageProps } from '../../web/pages/desk/settings'
import { DeskSettingsChoicePage } from '../../web/pages/desk/settings-choice'
import { cancelScheduled, changeSettings, settableBy } from '../actions/change-settings'
import { noteRefusal } from '../http/problem'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import type { Session } from './session'

/** Lines of the register that the page shows. */
const LINES = 100

/** Settings of communities at the desk. */
export function settingsPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskSettings, { get: choice })
  deskPage(app, deps, paths.deskSettingsOf(':id'), { get: settings, post: save })
  deskPage(app, deps, paths.deskSettingsPlan(':id'), { post: cancel })
}

const choice: DeskHandler = async (c, deps, session, locale) => {
  const all = await deps.communities.communities()
  const communities = all.filter(({ id }) =>
    mayDo(session.member, 'change-settings', { kind: 'community', id }),
  )
  const [only] = communities
  if (!only) throw new DomainError('forbidden')
  if (communities.length === 1) return c.redirect(href(locale, paths.deskSettingsOf(only.id)), 303)
  return c.html(<DeskSettingsChoicePage locale={locale} staff={worker(session)} communities={communities} />)
}

const settings: DeskHandler = async (c, deps, session, locale) => {
  const community = await settableBy(deps, session.member, c.req.param('id')!)
  const known = (['changed', 'scheduled', 'unchanged', 'cancelled'] as const).find(
    (one) => one === c.req.query('done'),
  )
  return c.html(await settingsPage(deps, session, locale, community, known ? { done: known } : {}))
}

const save: DeskHandler = async (c, deps, session, locale) => {
  const id = c.req.param('id')!
  const values = await formWithCsrf(c, session)
  try {
    const form = checkedForm(communitySettingsForm, filledIn(values))
    const done = await changeSettings(deps, session.member, id, form)
    return c.redirect(`${href(locale, paths.deskSettingsOf(id))}?done=${done}`, 303)
  } catch (error) {
    const status = noteRefusal(c, error)
    if (status !== 400 && status !== 409) throw error
    const community = await settableBy(deps, session.member, id)
    const failed = { values, errors: formErrors(error, locale) }
    return c.html(
      await settingsPage(deps, session, locale, community, failed),
      status as ContentfulStatusCode,
    )
  }
}

const cancel: DeskHandler = async (c, deps, session, locale) => {
  const id = c.req.param('id')!
  await formWithCsrf(c, session)
  await cancelScheduled(deps, session.member, id)
  return c.redirect(`${href(locale, paths.deskSettingsOf(id))}?done=cancelled`, 303)
}

async function settingsPage(
  deps: StaffDeps,
  session: Session,
  locale: Locale,
  community: Community,
  more: Partial<Pick<DeskSettingsPageProps, 'done' | 'values' | 'errors'>>,
) {
  const register = await deps.office.register(`community:${community.id}`, LINES)
  return (
    <DeskSettingsPage
      locale={locale}
      staff={worker(session)}
      community={community}
      configured={deps.configured}
      register={register.filter((entry) => 'changes' in entry)}
      today={dayOf(deps.clock.now())}
      values={valuesOf(community)}
      errors={[]}
      {...more}
    />
  )
}

/** The settings in force as the form shows them. */
function valuesOf(community: Community): Record<string, string> {
  const { settings, source, email, phone, address, people = [], answerSignOff = true } = community
  const named = Object.entries(NAMED).flatMap(([field, role]) => {
    const name = people.find((one) => one.role === role)?.name
    return name === undefined ? [] : [[field, name] as const]
  })
  const { draftDecision, namesKeptYears, withdrawal } = settings
  return {
    threshold: String(settings.threshold),
    collectionCount: String(settings.collection.count),
    collectionUnit: settings.collection.unit,
    ...(settings.publicationDayCounts && { publicationDayCounts: 'on' }),
    ...Object.fromEntries(settings.identities.map((identity) => [IDENTITY_FIELDS[identity], 'on'])),
    consideration: String(settings.consideration.count),
    ...(draftDecision && { draftDecision: String(draftDecision.count) }),
    retentionYears: String(settings.retentionYears),
    ...(namesKeptYears !== undefined && { namesKeptYears: String(namesKeptYears) }),
    ...(withdrawal === 'while-collecting' && { withdrawal: 'on' }),
    sourceUk: source.uk,
    sourceEn: source.en,
    ...(source.url !== undefined && { sourceUrl: source.url }),
    ...(answerSignOff && { answerSignOff: 'on' }),
    email,
    ...(phone !== undefined && { phone }),
    ...(address && { addressUk: address.uk, addressEn: address.en }),
    ...Object.fromEntries(named),
  }
}
