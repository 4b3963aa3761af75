/** Names of what is counted; alarms and the runbook use the same ones. */
export type MetricName =
  | 'QuarantinedSignatures'
  | 'UnreadableRecords'
  | 'SequencingFailures'
  | 'LogMismatches'
  | 'PublishingFailures'
  | 'SweepFailures'
  | 'TimeStampFailures'
  | 'UpdateFailures'
  | 'IdentityFailures'
  | 'RefusedApplicants'
  | 'HardestChallenges'
  | 'HumanCheckFailures'
  | 'AnomalyFailures'

/** Counts what an operator must see. Properties never hold personal data. */
export interface Metrics {
  count(name: MetricName, value: number, properties?: Readonly<Record<string, string | number>>): void
}
