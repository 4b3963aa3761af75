import { CfnOutput, Stack } from 'aws-cdk-lib'
import { ConfigurationSet, EmailIdentity, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { Deployment } from '../deployment'

/**
 * The domain that mail comes from, signed with DKIM. Its DNS may be anywhere: the records to enter
 * are the stack's outputs. Addresses that bounce or complain are not written to again.
 */
export class MailSender extends Construct {
  /** What a sender must be allowed to use: the domain and the set its mail is counted under. */
  readonly arns: readonly string[]

  constructor(scope: Construct, id: string, { mailDomain }: Deployment) {
    super(scope, id)
    const set = new ConfigurationSet(this, 'Set', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(mailDomain),
      configurationSet: set,
      dkimSigning: true,
      mailFromDomain: `bounce.${mailDomain}`,
    })
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: set.configurationSetName,
    })
    this.arns = [identity.emailIdentityArn, configurationSet]
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` })
    })
  }
}
