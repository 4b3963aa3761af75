import { Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Watched } from './watched'

export interface AlarmsProps {
  readonly email: string | undefined
  readonly watched: readonly Watched[]
}

/** An alarm for everything watched, told to one topic when it begins and when it ends. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { email, watched }: AlarmsProps) {
    super(scope, id)
    const action = new SnsAction(this.topic(email))
    for (const { name, metric, atLeast, silenceIsBad } of watched) {
      const alarm = new Alarm(this, name, {
        alarmName: `viche-${name}`,
        alarmDescription: `docs/runbook.md#${name}`,
        metric,
        threshold: atLeast,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      })
      alarm.addAlarmAction(action)
      alarm.addOkAction(action)
    }
  }

  /** A topic with a policy of its own loses the default one, so CloudWatch must be let in again. */
  private topic(email: string | undefined): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Viche', enforceSSL: true })
    const { account } = Stack.of(this)
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    )
    if (email !== undefined) topic.addSubscription(new EmailSubscription(email))
    return topic
  }
}
