import type { HttpShape } from './shape'

/** What a page may load, and who may frame it (Content Security Policy, level 3). */
function contentSecurityPolicy(of: { frameAncestors: string; frameSrc?: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ...(of.frameSrc ? [`frame-src ${of.frameSrc}`] : []),
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${of.frameAncestors}`,
  ].join('; ')
}

const RESPONSE_HEADERS = {
  'content-security-policy': contentSecurityPolicy({ frameAncestors: "'none'" }),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Tokens travel in addresses: only the origin is ever told. `no-referrer` would also make browsers
  // send `Origin: null` with forms, and with it the check against forged requests would be lost.
  'referrer-policy': 'strict-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
} as const

const { 'x-frame-options': _unframed, ...FRAMEABLE_HEADERS } = RESPONSE_HEADERS

/** Limits of the HTTP API, and the headers that go with every answer. */
export const http: HttpShape = {
  requestsPerSecond: 500,
  burst: 1000,
  requestHeaders: [
    'Accept',
    'Accept-Language',
    'Content-Type',
    'Origin',
    'Sec-Fetch-Site',
    'User-Agent',
    'CloudFront-Viewer-Address',
  ],
  responseHeaders: RESPONSE_HEADERS,
  variations: {
    embedded: {
      ...FRAMEABLE_HEADERS,
      'content-security-policy': contentSecurityPolicy({ frameAncestors: 'https: http:' }),
      // A module of another origin is fetched with CORS; nothing here differs from reader to reader.
      'access-control-allow-origin': '*',
    },
    embedding: {
      ...RESPONSE_HEADERS,
      'content-security-policy': contentSecurityPolicy({ frameAncestors: "'none'", frameSrc: "'self'" }),
    },
  },
}
