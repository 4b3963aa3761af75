import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { formatDate } from '../../texts/format'
import { plural } from '../../texts/plural'
import type { DeskTask } from './queue-view'

/** «прострочено на 3 робочі дні», «сьогодні до 23:59», «залишилося 2 робочі дні». */
export function countdownIn(
  locale: Locale,
  { deadline, workingDaysOverdue, urgency }: Pick<DeskTask, 'deadline' | 'workingDaysOverdue' | 'urgency'>,
): string {
  const { queue: t, site } = textsOf(locale)
  if (urgency === 'overdue') {
    return workingDaysOverdue === 0
      ? t.overdueSince(formatDate(locale, deadline.due))
      : plural(locale, workingDaysOverdue, t.overdueBy)
  }
  if (urgency === 'today') return t.todayUntil
  return plural(locale, deadline.workingDaysLeft ?? 0, site.units.workingDaysLeft)
}
