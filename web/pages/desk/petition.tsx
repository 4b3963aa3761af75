import type { Day } from '../../../shared/calendar/day'
import type { AnnulmentProgress } from '../../../shared/http/annulment'
import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { Deadlines } from '../../components/deadlines'
import { ActionForm, type FailedAction } from '../../components/desk/action-form'
import { AnnulmentProgressList } from '../../components/desk/annulment-progress'
import { DecisionNeeded } from '../../components/desk/decision-needed'
import { DossierLinks } from '../../components/desk/dossier-links'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Journal } from '../../components/journal'
import { Notices } from '../../components/notices'
import { Outcome } from '../../components/petition/outcome'
import { Parties } from '../../components/petition/parties'
import { PlainText } from '../../components/plain-text'
import { Progress } from '../../components/progress'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export interface DeskPetitionPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly petition: PetitionView
  /** What the member's roles may do now, the most urgent first. */
  readonly actions: readonly StaffAction[]
  /** Acts of annulling, newest first. */
  readonly annulments: readonly AnnulmentProgress[]
  readonly today: Day
  readonly flash?: string
  /** A form that was sent back, with what was in it. */
  readonly failed?: FailedAction
}

export function DeskPetitionPage(props: DeskPetitionPageProps) {
  const { locale, staff, petition, annulments, actions, flash } = props
  const { desk: t, petition: words } = textsOf(locale)
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskPetition(petition.id)}
      title={petition.title}
      staff={staff}
      flash={flash}
    >
      <p class="over">
        <a href={href(locale, paths.desk)}>← {t.back}</a>
      </p>
      <p class="over">
        <StatusBadge locale={locale} petition={petition} />{' '}
        {words.number(formatNumber(locale, petition.number))}
      </p>
      <h1>{petition.title}</h1>
      <DecisionNeeded locale={locale} petition={petition} />
      <Parties locale={locale} petition={petition} />
      {petition.publishedAt && (
        <>
          <Progress locale={locale} petition={petition} />
          <p>
            <a href={href(locale, paths.petition(petition.id))}>{t.public}</a>
          </p>
        </>
      )}
      <div class="desk-columns">
        <div>
          <h2>{words.text}</h2>
          <PlainText text={petition.text} />
          {petition.wantsHearing && <p class="note">{words.hearingWish}</p>}
          <Outcome locale={locale} petition={petition} />
        </div>
        <Actions {...props} />
      </div>
      <AnnulmentProgressList
        locale={locale}
        petitionId={petition.id}
        csrf={staff.csrf}
        annulments={annulments}
        mayAnnul={actions.includes('annul')}
      />
      <Deadlines locale={locale} deadlines={petition.deadlines} />
      <Journal locale={locale} petition={petition} />
      <DossierLinks locale={locale} petition={petition} />
      <Notices locale={locale} notices={petition.notices} />
    </DeskLayout>
  )
}

function Actions({ locale, staff, petition, actions, today, failed }: DeskPetitionPageProps) {
  const t = textsOf(locale).desk
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{t.actions}</h2>
      {actions.length === 0 && <p>{t.noActions}</p>}
      {actions.map((action) => (
        <ActionForm
          locale={locale}
          petitionId={petition.id}
          action={action}
          csrf={staff.csrf}
          today={today}
          {...(failed?.action === action && { failed })}
        />
      ))}
    </section>
  )
}
