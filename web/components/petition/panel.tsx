import { type Day, daysBetween } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import type { Forms } from '../../texts/plural'
import { plural } from '../../texts/plural'
import { DateOf, DayOf } from '../moment'
import { Progress } from '../progress'

export interface PanelProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly today: Day
}

/** What a reader wants first: how far, until when, and the one thing to do. */
export function Panel({ locale, petition, today }: PanelProps) {
  const t = textsOf(locale).petition
  const { signable } = petition
  return (
    <aside class="panel">
      {petition.publishedAt && <Tally locale={locale} petition={petition} today={today} />}
      {signable && (
        <a class="button" href={href(locale, paths.sign(petition.id))}>
          {t.sign}
        </a>
      )}
      <p>{stateIn(locale, petition)}</p>
      <Dates locale={locale} petition={petition} />
      {petition.publishedAt && (petition.count > 0 || petition.annulments.length > 0) && (
        <p>
          <a href={href(locale, paths.signers(petition.id))}>{t.signers}</a>
        </p>
      )}
    </aside>
  )
}

function stateIn(locale: Locale, { status, signable, shortfall }: PetitionView): string {
  const t = textsOf(locale).petition
  if (shortfall) return t.nowShort
  return status === 'collecting' && !signable ? t.ended : t.now[status]
}

/** The count, kept fresh by a script while the petition can be signed. */
export function Tally({ locale, petition, today }: PanelProps) {
  if (!petition.signable || !petition.closesOn) return <Progress locale={locale} petition={petition} />
  const { petition: t, site } = textsOf(locale)
  return (
    <viche-count
      data-src={`/api/v1/petitions/${petition.id}/count`}
      data-forms={joined(site.units.signatures)}
      data-rest={t.remaining('{n}')}
      data-enough={t.enough}
      data-today={today}
      data-closes={petition.closesOn}
      data-days={joined(site.units.daysLeft)}
      data-last-day={t.lastDay}
      data-ended={t.ended}
    >
      <Progress locale={locale} petition={petition} />
      <p class="days" data-days-left>
        {daysLeftIn(locale, today, petition.closesOn)}
      </p>
    </viche-count>
  )
}

function Dates({ locale, petition }: Omit<PanelProps, 'today'>) {
  const t = textsOf(locale).petition
  const { submittedAt, publishedAt, closesOn, thresholdReachedAt } = petition
  return (
    <dl class="facts">
      {!publishedAt && (
        <div>
          <dt>{t.submittedAt}</dt>
          <dd>
            <DateOf locale={locale} at={submittedAt} />
          </dd>
        </div>
      )}
      {publishedAt && (
        <div>
          <dt>{t.publishedAt}</dt>
          <dd>
            <DateOf locale={locale} at={publishedAt} />
          </dd>
        </div>
      )}
      {closesOn && (
        <div>
          <dt>{t.closesOn}</dt>
          <dd>
            <DayOf locale={locale} day={closesOn} />
          </dd>
        </div>
      )}
      {thresholdReachedAt && (
        <div>
          <dt>{t.thresholdReachedAt}</dt>
          <dd>
            <DateOf locale={locale} at={thresholdReachedAt} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Whole days after today up to the last day of collection. */
export function daysLeftIn(locale: Locale, today: Day, closesOn: Day): string {
  const { petition: t, site } = textsOf(locale)
  const left = daysBetween(today, closesOn)
  if (left < 0) return t.ended
  return left === 0 ? t.lastDay : plural(locale, left, site.units.daysLeft)
}

/** Forms of a counted word for a script, in the order it knows. */
function joined({ one, few, many, other }: Forms): string {
  return [one, few, many, other].join('|')
}
