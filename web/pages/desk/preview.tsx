import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import type { Foreseen, NewDay } from '../../components/desk/foreseen-view'
import { Hidden } from '../../components/desk/hidden'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Mails } from '../../components/desk/mails'
import { Outcome } from '../../components/petition/outcome'
import { textsOf } from '../../texts'
import { formatDate, formatDay } from '../../texts/format'
import { plural } from '../../texts/plural'

export interface DeskPreviewPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  /** As it is now. */
  readonly petition: PetitionView
  readonly seq: number
  readonly action: Extract<StaffAction, 'reject' | 'extend' | 'announce'>
  /** The form's fields, as they will be sent. */
  readonly values: Readonly<Record<string, string>>
  readonly foreseen: Foreseen
  /** Of an extension. */
  readonly newDay?: NewDay | undefined
}

/** A last look before something that cannot be undone: what everybody will read, and each mail that will go out. */
export function DeskPreviewPage(props: DeskPreviewPageProps) {
  const { locale, staff, petition, seq, action, values, foreseen } = props
  const { desk, deskCase: t } = textsOf(locale)
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskPetition(petition.id)}
      title={t.previewTitle[action]}
      staff={staff}
    >
      <h1>{t.previewTitle[action]}</h1>
      <p class="lead">«{petition.title}»</p>
      <p class="note">{t.previewLead}</p>
      <NewDueDate {...props} />
      {action !== 'extend' && <Outcome locale={locale} petition={foreseen.petition} />}
      <Mails locale={locale} mails={foreseen.mails} />
      <form method="post" action={href(locale, paths.deskAction(petition.id, action))} class="actions">
        <Hidden fields={{ csrf: staff.csrf, seq: String(seq), ...values }} />
        <button type="submit" name="confirmed" value="yes" class={action === 'reject' ? 'danger' : undefined}>
          {desk.act[action].button}
        </button>
        <button type="submit" name="change" value="yes" class="quiet">
          {t.change}
        </button>
      </form>
    </DeskLayout>
  )
}

/** R16: the due date as it is and as it will be, by the calendar in force. */
function NewDueDate({ locale, petition, newDay, values }: DeskPreviewPageProps) {
  if (!newDay) return null
  const { deskCase: t, site, desk } = textsOf(locale)
  const before = petition.deadlines.findLast(({ rule, metAt }) => rule === 'R13' && !metAt)?.due
  return (
    <dl class="facts">
      {before && (
        <div>
          <dt>{t.dueBefore}</dt>
          <dd>{formatDate(locale, before)}</dd>
        </div>
      )}
      <div>
        <dt>{t.dueAfter}</dt>
        <dd>
          {formatDay(locale, newDay.day)} ({plural(locale, newDay.workingDays, site.units['working-days'])})
        </dd>
        {newDay.asked !== newDay.day && <dd class="meta">{t.shifted(formatDay(locale, newDay.asked))}</dd>}
      </div>
      <div>
        <dt>{desk.fields.reason}</dt>
        <dd>{values.reason}</dd>
      </div>
    </dl>
  )
}
