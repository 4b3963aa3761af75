import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { allOf, isPost, pathIs, programs } from './statements'

type Rule = CfnWebACL.RuleProperty
type Statement = CfnWebACL.StatementProperty

/** Words for who is over a limit: RFC 9457, in both languages, since nobody knows the reader's here. */
export const TOO_MANY = {
  key: 'too-many',
  body: {
    contentType: 'APPLICATION_JSON',
    content: JSON.stringify({
      type: 'urn:viche:problem:too-many-requests',
      title: 'Забагато спроб / Too many attempts',
      status: 429,
      detail:
        'З вашої мережі надійшло забагато запитів. Спробуйте за кілька хвилин. / Too many requests came from your network. Please try again in a few minutes.',
      code: 'too-many-requests',
    }),
  },
} as const

/** Seconds over which requests of one address are counted. */
const WINDOW = 300

/**
 * Requests of one address within five minutes. They are far above what people behind one address need together, and
 * above the product's own limits, which know residents better: these keep storms away from the functions.
 */
const RATES: readonly (readonly [name: string, limit: number, of: Statement])[] = [
  ['sign', 150, allOf(isPost, pathIs('^/api/v1/petitions/[0-9a-z]+/signatures$'))],
  ['submit', 30, allOf(isPost, pathIs('^/api/v1/petitions$'))],
  ['challenge', 300, pathIs('^/api/v1/challenges$')],
  ['confirm', 300, allOf(isPost, pathIs('^(/en)?/confirm$|^/api/v1/signatures/confirm$'))],
  [
    'staff-sign-in',
    30,
    allOf(isPost, pathIs('^(/en)?/staff/(sign-in|enter)|^/api/v1/staff/(sign-in|session)')),
  ],
  // Programs may read as much as they like; what they write is theirs to write slowly.
  ['programs', 20, allOf(isPost, programs)],
]

/**
 * AWS's rule groups that see what is hostile whoever sends it. What they would take petitions, long addresses or
 * readers abroad for is counted alone.
 */
const MANAGED: readonly (readonly [name: string, countedOnly: readonly string[]])[] = [
  ['AWSManagedRulesAmazonIpReputationList', []],
  ['AWSManagedRulesKnownBadInputsRuleSet', []],
  [
    'AWSManagedRulesCommonRuleSet',
    // A petition is up to 64 KB of anybody's words; links carry tokens; NGOs' programs may have no name.
    [
      'SizeRestrictions_BODY',
      'SizeRestrictions_QUERYSTRING',
      'CrossSiteScripting_BODY',
      'NoUserAgent_HEADER',
    ],
  ],
  // Since 2022 many residents read from abroad and through a VPN.
  ['AWSManagedRulesAnonymousIpList', ['AnonymousIPList', 'HostingProviderIPList']],
]

export const RULES: readonly Rule[] = [
  ...RATES.map(([name, limit, of], place) => rateRule(name, limit, of, place)),
  ...MANAGED.map(([name, countedOnly], place) => managedRule(name, countedOnly, RATES.length + place)),
]

function rateRule(name: string, limit: number, scopeDownStatement: Statement, priority: number): Rule {
  return {
    name,
    priority,
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: TOO_MANY.key,
          responseHeaders: [{ name: 'retry-after', value: String(WINDOW) }],
        },
      },
    },
    statement: {
      rateBasedStatement: {
        limit,
        aggregateKeyType: 'IP',
        evaluationWindowSec: WINDOW,
        scopeDownStatement,
      },
    },
    visibilityConfig: seen(name),
  }
}

function managedRule(name: string, countedOnly: readonly string[], priority: number): Rule {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: countedOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seen(name),
  }
}

function seen(name: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName: `viche-${name}`, sampledRequestsEnabled: false }
}
