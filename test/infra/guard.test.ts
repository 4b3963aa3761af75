import { App, Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { describe, expect, test } from 'vitest'
import { readDeployment } from '../../infra/aws/deployment'
import { Distribution } from '../../infra/aws/edge/distribution'
import { GuardStack } from '../../infra/aws/guard/guard-stack'
import { RULES } from '../../infra/aws/guard/rules'

const env = { account: '111111111111', region: 'us-east-1' }
const arn = 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/viche/0123-abc'

describe('the web ACL', () => {
  const template = Template.fromStack(new GuardStack(new App(), 'Guard', { env }))
  const rules = Object.values(template.findResources('AWS::WAFv2::WebACL'))[0]?.Properties.Rules as {
    Name: string
    Priority: number
    VisibilityConfig: { SampledRequestsEnabled: boolean }
  }[]

  test('stands before CloudFront, lets in by default and answers over a limit with a problem', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      CustomResponseBodies: { 'too-many': { Content: Match.stringLikeRegexp('"code":"too-many-requests"') } },
    })
    expect(rules.map(({ Priority }) => Priority)).toEqual(rules.map((_, place) => place))
  })

  test('keeps no request: links carry tokens', () => {
    expect(rules.some(({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled)).toBe(false)
  })

  test('limits who signs and who signs in at the desk by their address', () => {
    for (const [name, limit] of [
      ['sign', 150],
      ['staff-sign-in', 30],
    ] as const) {
      template.hasResourceProperties('AWS::WAFv2::WebACL', {
        Rules: Match.arrayWith([
          Match.objectLike({
            Name: name,
            Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
            Statement: {
              RateBasedStatement: { Limit: limit, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
            },
          }),
        ]),
      })
    }
  })

  test('counts alone what it would take petitions and readers abroad for', () => {
    const counted = RULES.flatMap(({ statement }) =>
      'managedRuleGroupStatement' in statement ? JSON.stringify(statement.managedRuleGroupStatement) : [],
    )
    expect(counted.join()).toMatch(/SizeRestrictions_BODY.*AnonymousIPList/)
  })

  test.each([
    ['sign', '/api/v1/petitions/4k2m9x7qbd/signatures', '/api/v1/petitions/4k2m9x7qbd/count'],
    ['submit', '/api/v1/petitions', '/api/v1/petitions/search'],
    ['confirm', '/en/confirm', '/receipt'],
    ['staff-sign-in', '/staff/sign-in', '/staff/queue'],
    ['staff-sign-in', '/api/v1/staff/session', '/api/v1/staff/petitions'],
  ])('%s means %s and not %s', (name, path, other) => {
    const rule = JSON.stringify(RULES.find((one) => one.name === name))
    const pattern = new RegExp(
      JSON.parse(`"${/"uriPath":\{\}\},"regexString":"((?:[^"\\]|\\.)*)"/.exec(rule)?.[1]}"`),
    )
    expect([pattern.test(path), pattern.test(other)]).toEqual([true, false])
  })
})

test.each([
  [arn],
  [undefined],
])('the site stands behind the web ACL where its ARN is told: %s', (webAclArn) => {
  const deployment = readDeployment((name) => (name === 'webAclArn' ? webAclArn : undefined))
  const stack = new Stack(new App(), 'Site', { env })
  const origin = new HttpOrigin('api.example')
  new Distribution(stack, 'Front', { root: process.cwd(), deployment, api: origin, objects: origin })
  const [front] = Object.values(Template.fromStack(stack).findResources('AWS::CloudFront::Distribution'))
  expect(front?.Properties.DistributionConfig.WebACLId).toBe(webAclArn)
})

test('an ARN of another region or kind is refused', () => {
  const wrong = arn.replace('us-east-1', 'eu-central-1')
  expect(() => readDeployment((name) => (name === 'webAclArn' ? wrong : undefined))).toThrow('webAclArn')
})
