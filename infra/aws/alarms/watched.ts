import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { FunctionName } from '../../../functions/environment'
import type { MetricName } from '../../../functions/ports/metrics'
import type { Api } from '../edge/http-api'
import type { ProductFunction } from '../service/product-function'
import type { Queues } from '../service/queues'

/** One thing that can go wrong. Its name is the alarm's, and a heading in docs/runbook.md. */
export interface Watched {
  readonly name: string
  readonly metric: IMetric
  /** Raised when the metric is this or more. */
  readonly atLeast: number
  /** No value at all is as bad as a bad one. */
  readonly silenceIsBad?: boolean
}

type Functions = Readonly<Record<FunctionName, ProductFunction>>

const EVERY_5_MINUTES = { period: Duration.minutes(5) }
const STREAM_AGE_MINUTES = 5
const MAIL_AGE_MINUTES = 15

/** Everything an operator is told of. */
export function watched(functions: Functions, queues: Queues, api: Api): Watched[] {
  return [
    ...Object.entries(queues.dead).map(([name, queue]) => deadLetters(name, queue)),
    ...Object.entries(functions).flatMap(([name, product]) => ofFunction(name, product)),
    mailAge(queues.of.mail),
    sweepOverdue(functions.sweep),
    {
      name: 'http-5xx',
      metric: api.http.metricServerError({ ...EVERY_5_MINUTES, statistic: Stats.SUM }),
      atLeast: 5,
    },
    { name: 'mail-bounces', metric: bounceRate(), atLeast: 0.04 },
    ...Object.entries(PRODUCT_METRICS).map(([metric, name]) => ofProduct(metric as MetricName, name)),
  ]
}

function ofFunction(name: string, { lambda, dead }: ProductFunction): Watched[] {
  const errors = lambda.metricErrors(EVERY_5_MINUTES)
  if (dead === undefined) return [{ name: `${name}-errors`, metric: errors, atLeast: 1 }]
  const age = lambda.metric('IteratorAge', { ...EVERY_5_MINUTES, statistic: Stats.MAXIMUM })
  return [
    { name: `${name}-errors`, metric: errors, atLeast: 1 },
    deadLetters(name, dead),
    {
      name: `${name}-stream-age`,
      metric: age,
      atLeast: Duration.minutes(STREAM_AGE_MINUTES).toMilliseconds(),
    },
  ]
}

function deadLetters(name: string, queue: Queue): Watched {
  const metric = queue.metricApproximateNumberOfMessagesVisible({
    ...EVERY_5_MINUTES,
    statistic: Stats.MAXIMUM,
  })
  return { name: `${name}-dead-letters`, metric, atLeast: 1 }
}

function mailAge(queue: Queue): Watched {
  const metric = queue.metricApproximateAgeOfOldestMessage({ ...EVERY_5_MINUTES, statistic: Stats.MAXIMUM })
  return { name: 'mail-age', metric, atLeast: Duration.minutes(MAIL_AGE_MINUTES).toSeconds() }
}

/** The sweep runs every minute; five minutes without one that succeeded leave deadlines unwatched. */
function sweepOverdue({ lambda }: ProductFunction): Watched {
  const metric = new MathExpression({
    label: 'sweeps that did not succeed in five minutes',
    expression: 'IF(FILL(runs, 0) - FILL(failures, 0) > 0, 0, 1)',
    usingMetrics: { runs: lambda.metricInvocations(), failures: lambda.metricErrors() },
    ...EVERY_5_MINUTES,
  })
  return { name: 'sweep-overdue', metric, atLeast: 1, silenceIsBad: true }
}

/** SES sets a sender under review from 5 % on. */
function bounceRate(): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName: 'Reputation.BounceRate',
    period: Duration.hours(1),
    statistic: Stats.MAXIMUM,
  })
}

/** What happens every day, and is told of only when it is much; within five minutes. */
const USUAL: Readonly<Partial<Record<MetricName, number>>> = {
  RefusedApplicants: 1000,
  HardestChallenges: 100,
  HumanCheckFailures: 20,
}

/** What functions count themselves. */
const PRODUCT_METRICS: Readonly<Record<MetricName, string>> = {
  QuarantinedSignatures: 'quarantined-signatures',
  UnreadableRecords: 'unreadable-records',
  SequencingFailures: 'sequencing-failures',
  LogMismatches: 'log-mismatches',
  PublishingFailures: 'publishing-failures',
  SweepFailures: 'sweep-failures',
  TimeStampFailures: 'time-stamp-failures',
  UpdateFailures: 'update-failures',
  IdentityFailures: 'identity-failures',
  RefusedApplicants: 'refused-storm',
  HardestChallenges: 'hardest-work',
  HumanCheckFailures: 'human-check-failures',
  AnomalyFailures: 'anomaly-failures',
}

function ofProduct(metricName: MetricName, name: string): Watched {
  const metric = new Metric({ namespace: 'Viche', metricName, statistic: Stats.SUM, ...EVERY_5_MINUTES })
  return { name, metric, atLeast: USUAL[metricName] ?? 1 }
}
