import type { Instant } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import { rolesIn } from '../../../shared/staff/granting'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import type { Role, Scope, StaffMember } from '../../../shared/staff/staff-member'
import { href, paths } from '../../addresses'
import { Choice } from '../../components/desk/choice'
import { Hidden } from '../../components/desk/hidden'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { type NamedPlace, Places } from '../../components/desk/places'
import { Register } from '../../components/desk/register'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { Field } from '../../components/field'
import { textsOf } from '../../texts'
import { formatMoment } from '../../texts/format'

/** A role that was just given or taken. */
export interface RoleChange {
  readonly kind: 'granted' | 'revoked' | 'restored'
  readonly role: Role
  readonly member: Pick<StaffMember, 'id' | 'name'>
}

export interface DeskPeoplePageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly memberId: string
  readonly place: NamedPlace
  /** All that the reader manages. */
  readonly places: readonly NamedPlace[]
  /** Everybody with a role in the place, each role by itself. */
  readonly people: readonly { readonly member: StaffMember; readonly role: Role }[]
  readonly register: readonly OfficeEntry[]
  /** Public address of the desk. */
  readonly deskUrl: string
  readonly done?: RoleChange
  /** Those who have lost their keys and wait for a second person. */
  readonly waiting?: readonly { readonly member: StaffMember; readonly requestedAt: Instant }[]
  /** Name of whom the reader has just let have another key. */
  readonly approved?: string
  /** The form that was sent back, and why. */
  readonly failed?: {
    readonly values: Readonly<Record<string, string>>
    readonly errors: readonly FieldError[]
  }
}

/** People and roles of one council or host. */
export function DeskPeoplePage(props: DeskPeoplePageProps) {
  const { locale, staff, place, places, register } = props
  const t = textsOf(locale).office.people
  return (
    <DeskLayout locale={locale} path={paths.deskPeople()} title={t.title} staff={staff}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Done {...props} />
      <Waiting {...props} />
      <Places locale={locale} path={paths.deskPeople()} place={place} places={places} />
      <h2>{place.name ?? t.everywhere}</h2>
      <People {...props} />
      <Add {...props} />
      <Register locale={locale} entries={register} />
    </DeskLayout>
  )
}

/** Requests for another key, each to be approved by one press. */
function Waiting({ locale, staff, place, waiting = [], approved }: DeskPeoplePageProps) {
  const t = textsOf(locale).passkeys.approve
  return (
    <>
      {approved !== undefined && (
        <p class="flash" role="status">
          {t.done(approved)}
        </p>
      )}
      {waiting.length > 0 && (
        <section class="note" aria-labelledby="waiting">
          <h2 id="waiting">{t.title}</h2>
          <p>{t.lead}</p>
          {waiting.map(({ member, requestedAt }) => (
            <form method="post" action={href(locale, paths.deskApproveKey)}>
              <p>{t.asked(member.name, formatMoment(locale, requestedAt))}</p>
              <Hidden fields={{ csrf: staff.csrf, scope: place.scope, member: member.id }} />
              <button type="submit">{t.button(member.name)}</button>
            </form>
          ))}
        </section>
      )}
    </>
  )
}

/** What was done, with the way back where a role was taken. */
function Done({ locale, staff, place, done, deskUrl }: DeskPeoplePageProps) {
  if (!done) return null
  const t = textsOf(locale).office.people
  const role = t.roleNames[done.role]
  const words = {
    granted: t.granted(role, done.member.name, deskUrl),
    revoked: t.revoked(role, done.member.name),
    restored: t.restored(role, done.member.name),
  }
  return (
    <div class="flash" role="status">
      <p>{words[done.kind]}</p>
      {done.kind === 'revoked' && (
        <form method="post" action={href(locale, paths.deskRole('restore'))}>
          <RoleInputs csrf={staff.csrf} scope={place.scope} member={done.member.id} role={done.role} />
          <button type="submit" class="quiet">
            {t.restore}
          </button>
        </form>
      )}
    </div>
  )
}

function People({ locale, staff, place, people, memberId }: DeskPeoplePageProps) {
  const t = textsOf(locale).office.people
  if (people.length === 0) return <p>{t.empty}</p>
  return (
    <ul class="rows">
      {people.map(({ member, role }) => (
        <li>
          <p>
            <strong>{member.name}</strong> · {t.roleNames[role]}
            {member.id === memberId && ` (${t.you})`}
          </p>
          <p class="meta">{member.email}</p>
          {member.id !== memberId && (
            <form method="post" action={href(locale, paths.deskRole('revoke'))}>
              <RoleInputs csrf={staff.csrf} scope={place.scope} member={member.id} role={role} />
              <button type="submit" class="quiet" aria-label={t.revokeOf(t.roleNames[role], member.name)}>
                {t.revoke}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function RoleInputs(fields: { csrf: string; scope: Scope; member: string; role: Role }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function Add({ locale, staff, place, failed }: DeskPeoplePageProps) {
  const { office, forms } = textsOf(locale)
  const t = office.people
  const roles = rolesIn(place.scope)
  const of = (name: string) => {
    const error = failed?.errors.find(({ field }) => field === name)?.message
    const value = failed?.values[name]
    return { name, ...(error !== undefined && { error }), ...(value !== undefined && { value }) }
  }
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t.add}</h2>
      <p>{t.addLead}</p>
      <form method="post" action={href(locale, paths.deskRole('grant'))}>
        {failed && <ErrorSummary title={forms.errorSummary} errors={failed.errors} />}
        <input type="hidden" name="csrf" value={staff.csrf} />
        <input type="hidden" name="scope" value={place.scope} />
        <Field {...of('name')} label={t.name} hint={t.nameHint} maxlength={120} required />
        <Field {...of('email')} label={t.email} type="email" maxlength={254} required />
        <Choice
          {...of('role')}
          id="role"
          label={t.role}
          required
          options={[
            { value: '', label: t.chooseRole },
            ...roles.map((role) => ({ value: role, label: t.roleNames[role] })),
          ]}
        />
        <h3>{t.may}</h3>
        <dl class="facts">
          {roles.map((role) => (
            <div>
              <dt>{t.roleNames[role]}</dt>
              <dd>{t.mayOf[role]}</dd>
            </div>
          ))}
        </dl>
        <button type="submit">{t.add}</button>
      </form>
    </section>
  )
}
