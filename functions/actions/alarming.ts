import type { AnomalyState } from '../ports/anomaly-store'

/** How much more has to be found after somebody has said that all is in order. */
const GROWTH = 1.2

/** Whether a petition's last report asks for somebody's eyes: an alarm that nobody has settled yet. */
export function isAlarming({ report, settled }: AnomalyState): boolean {
  if (report?.level !== 'alarm') return false
  return settled === undefined || report.inGroups > GROWTH * settled.inGroups
}
