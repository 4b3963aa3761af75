import type { AnomalyReport } from '../../../shared/anomaly/report'
import { IDENTITIES } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { DomainBars } from '../../components/anomaly/domain-bars'
import { AnomalyGroup } from '../../components/anomaly/group'
import { LevelBadge } from '../../components/anomaly/level-badge'
import { NetworkBars } from '../../components/anomaly/network-bars'
import { ofSignaturesIn } from '../../components/anomaly/of-signatures'
import { PaceChart } from '../../components/anomaly/pace-chart'
import type { AnomalyView } from '../../components/anomaly/view'
import { Hidden } from '../../components/desk/hidden'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Moment } from '../../components/moment'
import { textsOf } from '../../texts'
import { formatNumber, formatShare } from '../../texts/format'
import { plural } from '../../texts/plural'
import { signaturesIn } from '../../texts/speech'

export interface DeskAnomaliesPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly petition: { readonly id: string; readonly number: number; readonly title: string }
  readonly view: AnomalyView
  readonly flash?: string
}

/** What is unusual about a petition's signatures: a sentence, groups to be checked, then pictures and figures. */
export function DeskAnomaliesPage(props: DeskAnomaliesPageProps) {
  const { locale, staff, petition, view, flash } = props
  const { anomaly: t, petition: words } = textsOf(locale)
  const { report } = view
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskAnomalies(petition.id)}
      title={t.title}
      staff={staff}
      flash={flash}
    >
      <p class="over">
        <a href={href(locale, paths.deskPetition(petition.id))}>← {t.back}</a>
      </p>
      <h1>{t.title}</h1>
      <p class="lead">
        {words.number(formatNumber(locale, petition.number))}. {petition.title}
      </p>
      {view.erased && <p class="note">{t.erased}</p>}
      {view.waiting && (
        <p class="note" role="status">
          {t.waiting}
        </p>
      )}
      {!view.erased && !report && !view.waiting && <p>{t.none}</p>}
      {report && <Summary {...props} report={report} />}
      {!view.erased && !view.waiting && <Renew {...props} />}
      {report && report.level !== 'quiet' && <Care locale={locale} />}
      {report && <Groups {...props} report={report} />}
      {report && report.signatures > 0 && (
        <>
          <PaceChart locale={locale} pace={report.pace} />
          <NetworkBars locale={locale} networks={report.networks} />
          <DomainBars locale={locale} domains={report.domains} />
        </>
      )}
    </DeskLayout>
  )
}

type Report = Omit<AnomalyReport, 'groups'>

/** What has to jump to the eye: how many, of how many, from how few addresses. */
function Summary({ locale, view, report }: DeskAnomaliesPageProps & { readonly report: Report }) {
  const t = textsOf(locale).anomaly
  const number = (n: number) => formatNumber(locale, n)
  const all = ofSignaturesIn(locale, report.signatures)
  const odd = view.groups.find(({ kind }) => kind === 'shared-networks')
  const { shared } = report.networks
  return (
    <section class={`anomaly ${report.level}`} aria-label={t.levels[report.level]}>
      <p>
        <LevelBadge locale={locale} level={report.level} />
      </p>
      <p class="lead">
        <strong>{summaryOf(locale, report)}</strong>
      </p>
      {odd && <p class="lead">{t.summary.odd(number(odd.size), all, number(odd.parts))}</p>}
      {shared.addresses > 0 && (
        <p>
          {t.summary.shared(number(shared.signatures), all, number(shared.addresses), number(shared.least))}
        </p>
      )}
      <p class="meta">
        {t.madeAt}: <Moment locale={locale} at={report.madeAt} />.{' '}
        {report.annulled > 0 && t.annulled(number(report.annulled))}{' '}
        {report.sampled && t.sampled(signaturesIn(locale, report.signatures))}
      </p>
      <p class="meta">{levelsIn(locale, report)}</p>
    </section>
  )
}

function summaryOf(locale: Locale, { level, inAlarms, inGroups, signatures }: Report): string {
  const t = textsOf(locale).anomaly.summary
  const all = ofSignaturesIn(locale, signatures)
  if (level === 'quiet') return t.quiet
  if (level === 'alarm')
    return t.alarm(formatNumber(locale, inAlarms), all, formatShare(locale, inAlarms / signatures))
  return inGroups === 0 ? t.burst : t.look(formatNumber(locale, inGroups), all)
}

/** «Хто підтвердив особу: електронною поштою — 120; …» */
function levelsIn(locale: Locale, { levels }: Report): string {
  const t = textsOf(locale).anomaly
  const some = IDENTITIES.filter((one) => (levels[one] ?? 0) > 0)
  return `${t.levelsOf}: ${some.map((one) => t.signed(t.identities[one], formatNumber(locale, levels[one]!))).join('; ')}`
}

/** A new report, and whether the mark in the queue stays. */
function Renew({ locale, staff, petition, view }: DeskAnomaliesPageProps) {
  const t = textsOf(locale).anomaly
  const { settled, alarming } = view
  return (
    <form method="post" action={href(locale, paths.deskAnomalies(petition.id))}>
      <Hidden fields={{ csrf: staff.csrf }} />
      {settled && (
        <p>
          {t.settled(settled.name ?? t.somebody)}, <Moment locale={locale} at={settled.at} />
        </p>
      )}
      {alarming && <p class="meta">{t.settleHint}</p>}
      <p class="choices">
        <button type="submit" name="do" value="renew" class="quiet">
          {t.renew}
        </button>{' '}
        {alarming && (
          <button type="submit" name="do" value="settle" class="quiet">
            {t.settle}
          </button>
        )}
        {settled && (
          <button type="submit" name="do" value="unsettle" class="quiet">
            {t.unsettle}
          </button>
        )}
      </p>
    </form>
  )
}

function Care({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).anomaly.care
  return (
    <details open>
      <summary>{t.title}</summary>
      <p>{t.lead}</p>
      <ul>
        {[t.carriers, t.halls, t.fame, t.namesakes].map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <p>{t.end}</p>
    </details>
  )
}

function Groups({
  locale,
  staff,
  petition,
  view,
  report,
}: DeskAnomaliesPageProps & { readonly report: Report }) {
  const t = textsOf(locale).anomaly.groups
  const { groups, mayAnnul } = view
  if (report.signatures === 0) return null
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{t.title}</h2>
      <p>{groups.length === 0 ? t.none : t.order}</p>
      {groups.length > 0 && <p class="meta">{mayAnnul ? t.previewHint : t.notYours}</p>}
      <ol class="anomalies">
        {groups.map((group, number) => (
          <AnomalyGroup
            locale={locale}
            petitionId={petition.id}
            csrf={staff.csrf}
            group={group}
            number={number + 1}
            mayAnnul={mayAnnul}
          />
        ))}
      </ol>
      {report.names.pairs > 0 && (
        <p class="meta">{t.pairs(plural(locale, report.names.pairs, textsOf(locale).anomaly.units.names))}</p>
      )}
    </section>
  )
}
