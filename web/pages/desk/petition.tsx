import type { Day } from '../../../shared/calendar/day'
import type { AnnulmentProgress } from '../../../shared/http/annulment'
import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { ofSignaturesIn } from '../../components/anomaly/of-signatures'
import { Deadlines } from '../../components/deadlines'
import type { FailedAction } from '../../components/desk/action-form'
import { AnnulmentProgressList } from '../../components/desk/annulment-progress'
import type { CaseView, DeskAct } from '../../components/desk/case-view'
import { Conflict, Typed } from '../../components/desk/conflict'
import { DecisionNeeded } from '../../components/desk/decision-needed'
import { DossierLinks } from '../../components/desk/dossier-links'
import { History } from '../../components/desk/history'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { NextStep, OtherActions } from '../../components/desk/next-step'
import { NoticeItem } from '../../components/desk/notice-list'
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
  readonly work: CaseView
  /** What the member's roles may do now, the most urgent first. */
  readonly actions: readonly StaffAction[]
  /** Acts of annulling, newest first. */
  readonly annulments: readonly AnnulmentProgress[]
  readonly today: Day
  readonly flash?: string
  /** A form that was sent back, with what was in it. */
  readonly failed?: FailedAction
  /** What others did after that form was shown. */
  readonly conflict?: readonly DeskAct[]
}

/** A petition at the desk: the next step on top, its text where it is to be judged, everything else folded. */
export function DeskPetitionPage(props: DeskPetitionPageProps) {
  const { locale, staff, petition, annulments, actions, flash, failed, conflict, work } = props
  const { desk: t, deskCase, petition: words } = textsOf(locale)
  const judged = petition.status === 'moderation'
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
      {work.present.length > 0 && <p class="note">{deskCase.present(work.present.join(', '))}</p>}
      {conflict && <Conflict locale={locale} acts={conflict} />}
      {failed && !actions.includes(failed.action) && <Lost {...props} failed={failed} />}
      <Anomalies {...props} />
      <DecisionNeeded locale={locale} petition={petition} />
      <div class="desk-columns">
        <div>
          <NextStep {...props} />
          <OtherActions {...props} />
        </div>
        <div>
          <PublicPage {...props} />
          <Parties locale={locale} petition={petition} />
          {petition.publishedAt && <Progress locale={locale} petition={petition} />}
          <details open={judged}>
            <summary>{words.text}</summary>
            <PlainText text={petition.text} />
          </details>
          {petition.wantsHearing && <p class="note">{words.hearingWish}</p>}
          <Outcome locale={locale} petition={petition} />
        </div>
      </div>
      <AnnulmentProgressList
        locale={locale}
        petitionId={petition.id}
        csrf={staff.csrf}
        annulments={annulments}
        mayAnnul={actions.includes('annul')}
      />
      <details>
        <summary>{words.deadlines}</summary>
        <Deadlines locale={locale} deadlines={petition.deadlines} />
      </details>
      <History locale={locale} petition={petition} people={work.people} />
      <DossierLinks locale={locale} petition={petition} />
      <Notices {...props} />
      <p class="meta">{deskCase.noUndo}</p>
    </DeskLayout>
  )
}

/** Where the signatures are looked into; what is serious stands out. */
function Anomalies({ locale, petition, work: { anomalies } }: DeskPetitionPageProps) {
  const t = textsOf(locale).anomaly
  if (!anomalies) return null
  const to = href(locale, paths.deskAnomalies(petition.id))
  if (!anomalies.alarming) {
    return (
      <p>
        <a href={to}>{t.link}</a>
      </p>
    )
  }
  const [found, all] = [formatNumber(locale, anomalies.found), ofSignaturesIn(locale, anomalies.signatures)]
  return (
    <p class="note">
      {t.alarmNote(found, all)} <a href={to}>{t.toAnalysis}</a>
    </p>
  )
}

/** A form whose action has no place any more: why, and what was typed. */
function Lost({ locale, failed }: DeskPetitionPageProps & { readonly failed: FailedAction }) {
  return (
    <>
      {failed.errors.length > 0 && (
        <p class="note" role="alert">
          {failed.errors.map(({ message }) => message).join(' ')}
        </p>
      )}
      <Typed locale={locale} values={failed.values} />
    </>
  )
}

/** Where everybody sees it; right after publication the page still takes a moment. */
function PublicPage({ locale, petition, work }: DeskPetitionPageProps) {
  const { desk, deskCase: t } = textsOf(locale)
  if (work.page === 'none') return <p>{t.pageNone}</p>
  if (work.page === 'soon') return <p class="note">{t.pageSoon}</p>
  return (
    <p>
      <a href={href(locale, paths.petition(petition.id))}>{desk.public}</a>
    </p>
  )
}

function Notices({ locale, petition, staff, work: { notices } }: DeskPetitionPageProps) {
  const { petition: words, sending } = textsOf(locale)
  const failed = notices.some(({ status }) => status === 'failed')
  return (
    <details open={failed} id="notices">
      <summary>
        {words.notices} <span class="count">{formatNumber(locale, notices.length)}</span>
      </summary>
      <p>{sending.lead}</p>
      <ol class="journal">
        {notices.map((notice) => (
          <li class={notice.status}>
            <NoticeItem
              locale={locale}
              petitionId={petition.id}
              csrf={staff.csrf}
              notice={notice}
              from="petition"
            />
          </li>
        ))}
      </ol>
    </details>
  )
}
