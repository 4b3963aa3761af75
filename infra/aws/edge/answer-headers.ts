import { Duration } from 'aws-cdk-lib'
import {
  type HeadersFrameOption,
  type HeadersReferrerPolicy,
  type ResponseHeadersCorsBehavior,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/** CloudFront sets these through properties of their own, and refuses them among the others. */
const SECURITY: Readonly<Record<string, (value: string) => ResponseSecurityHeadersBehavior>> = {
  'content-security-policy': (value) => ({
    contentSecurityPolicy: { contentSecurityPolicy: value, override: true },
  }),
  'strict-transport-security': (value) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
      includeSubdomains: value.includes('includeSubDomains'),
      override: true,
    },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'x-frame-options': (value) => ({
    frameOptions: { frameOption: value as HeadersFrameOption, override: true },
  }),
  'referrer-policy': (value) => ({
    referrerPolicy: { referrerPolicy: value as HeadersReferrerPolicy, override: true },
  }),
}

const ORIGIN = 'access-control-allow-origin'

/** CloudFront has a part of its own for CORS: reading by scripts of other origins, never with credentials. */
function readableBy(origin: string): ResponseHeadersCorsBehavior {
  return {
    accessControlAllowOrigins: [origin],
    accessControlAllowMethods: ['GET', 'HEAD'],
    accessControlAllowHeaders: ['*'],
    accessControlAllowCredentials: false,
    originOverride: true,
  }
}

/** Headers of the topology, sent with every answer of the behaviours that have this policy. */
export function answerHeaders(
  scope: Construct,
  id: string,
  values: Readonly<Record<string, string>>,
): ResponseHeadersPolicy {
  const { [ORIGIN]: origin, ...own } = values
  const headers = Object.entries(own)
  const security = headers.map(([name, value]) => SECURITY[name]?.(value) ?? {})
  const others = headers.filter(([name]) => SECURITY[name] === undefined)
  return new ResponseHeadersPolicy(scope, id, {
    ...(origin !== undefined && { corsBehavior: readableBy(origin) }),
    securityHeadersBehavior: Object.assign({}, ...security),
    customHeadersBehavior: {
      customHeaders: others.map(([header, value]) => ({ header, value, override: true })),
    },
  })
}
