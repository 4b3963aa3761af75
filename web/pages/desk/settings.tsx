import type { Day } from '../../../shared/calendar/day'
import { settingChanges } from '../../../shared/community/setting-changes'
import { type Community, IDENTITIES, type Identity } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Changes, Register } from '../../components/desk/register'
import { SettingFields } from '../../components/desk/setting-fields'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { Field } from '../../components/field'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'

export interface DeskSettingsPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly community: Community
  /** Ways to prove who signs that this installation has. */
  readonly configured: readonly Identity[]
  readonly register: readonly OfficeEntry[]
  readonly today: Day
  readonly done?: 'changed' | 'scheduled' | 'unchanged' | 'cancelled'
  /** What stands in the form, by the names of its fields. */
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

/** The settings of a community's statute, what is scheduled, and who changed what from when. */
export function DeskSettingsPage(props: DeskSettingsPageProps) {
  const { locale, staff, community, register, done } = props
  const t = textsOf(locale).office.settings
  const flashes = { changed: t.saved, scheduled: t.scheduled, unchanged: t.unchanged, cancelled: t.cancelled }
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskSettingsOf(community.id)}
      title={t.title}
      staff={staff}
      flash={done && flashes[done]}
    >
      <p class="over">{community.name[locale]}</p>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Scheduled {...props} />
      <Form {...props} />
      <Register locale={locale} entries={register} />
    </DeskLayout>
  )
}

function Scheduled({ locale, staff, community }: DeskSettingsPageProps) {
  const { scheduled } = community
  if (!scheduled) return null
  const t = textsOf(locale).office.settings
  return (
    <section class="note" aria-labelledby="scheduled">
      <h2 id="scheduled">{t.plan(formatDay(locale, scheduled.from))}</h2>
      <Changes locale={locale} changes={settingChanges(community, scheduled)} />
      <p>{t.planReplaced}</p>
      <form method="post" action={href(locale, paths.deskSettingsPlan(community.id))}>
        <input type="hidden" name="csrf" value={staff.csrf} />
        <button type="submit" class="quiet">
          {t.cancel}
        </button>
      </form>
    </section>
  )
}

function Form({ locale, staff, community, configured, today, values, errors }: DeskSettingsPageProps) {
  const { office, forms, site } = textsOf(locale)
  const t = office.settings
  const identities = IDENTITIES.filter((one) =>
    [...configured, ...community.settings.identities].includes(one),
  )
  const fromError = errors.find(({ field }) => field === 'from')?.message
  return (
    <form method="post" action={href(locale, paths.deskSettingsOf(community.id))}>
      {errors.length > 0 && <ErrorSummary title={forms.errorSummary} errors={errors} />}
      <input type="hidden" name="csrf" value={staff.csrf} />
      <input type="hidden" name="version" value={String(community.version ?? 0)} />
      <SettingFields locale={locale} identities={identities} values={values} errors={errors} />
      <Field
        name="from"
        label={t.from}
        hint={t.fromHint}
        type="date"
        min={today}
        optional={site.optional}
        {...(values.from !== undefined && { value: values.from })}
        {...(fromError !== undefined && { error: fromError })}
      />
      <button type="submit">{t.save}</button>
    </form>
  )
}
