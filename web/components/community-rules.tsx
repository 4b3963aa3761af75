import { type Community, yearsOfNames } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { plural } from '../texts/plural'
import { termIn } from '../texts/speech'

/** The settings of the council's statute in force now (R7, R13, R14, R20), and where they are written. */
export function CommunityRules({ locale, community }: { locale: Locale; community: Community }) {
  const t = textsOf(locale).list.community
  const { source } = community
  return (
    <section>
      <h2>{t.settings}</h2>
      <p>{t.settingsLead}</p>
      <dl class="facts">
        {rowsOf(locale, community).map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.source}</dt>
          <dd>{source.url ? <a href={source.url}>{source[locale]}</a> : source[locale]}</dd>
        </div>
      </dl>
    </section>
  )
}

function rowsOf(locale: Locale, { settings }: Community): [label: string, value: string][] {
  const { list, site } = textsOf(locale)
  const t = list.community
  const firstDay = settings.publicationDayCounts ? t.publicationDayCounts : t.publicationDayExcluded
  const rows: [string, string][] = [
    [t.threshold, formatNumber(locale, settings.threshold)],
    [t.collection, `${termIn(locale, settings.collection)}. ${firstDay}`],
    [t.consideration, t.atMost(termIn(locale, settings.consideration))],
  ]
  if (settings.draftDecision) rows.push([t.draft, termIn(locale, settings.draftDecision)])
  rows.push([t.identities, settings.identities.map((identity) => t.identity[identity]).join(', ')])
  rows.push([t.retention, t.atLeast(plural(locale, settings.retentionYears, site.units.years))])
  rows.push([t.namesKept, t.fromPublication(plural(locale, yearsOfNames(settings), site.units.years))])
  rows.push([t.withdrawal, t.withdrawals[settings.withdrawal ?? 'never']])
  return rows
}
