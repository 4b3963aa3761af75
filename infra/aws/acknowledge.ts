import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/**
 * Accepts one finding of the AWS Solutions rules on a construct and what is inside it.
 * @param id rule, for some rules with the finding in brackets: `AwsSolutions-IAM5[Resource::*]`
 * @param reason why what the rule asks for is wrong here
 */
export function acknowledge(scope: IConstruct, id: string, reason: string): void {
  Validations.of(scope).acknowledge({ id, reason })
}
