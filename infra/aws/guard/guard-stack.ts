import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'
import { RULES, TOO_MANY } from './rules'

/**
 * The web ACL in front of the site. CloudFront takes one from us-east-1 alone, whatever the region of everything else,
 * so it is a stack of its own, deployed first by whoever wants it; the site is told its ARN as `webAclArn`. Its metrics
 * are per rule. No request is sampled or logged: links to confirm carry their token in the address.
 */
export class GuardStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    const acl = new CfnWebACL(this, 'WebAcl', {
      name: 'viche',
      description: 'Viche: rate limits and managed rules before the functions',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      customResponseBodies: { [TOO_MANY.key]: TOO_MANY.body },
      rules: [...RULES],
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: 'viche',
        sampledRequestsEnabled: false,
      },
    })
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn })
  }
}
