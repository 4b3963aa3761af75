import type { FunctionName } from '../functions/environment'
import { LIST_FIELDS } from '../shared/search/list-query'

/**
 * The product's parts as plain data. The CDK stacks and the local stack are both built from it,
 * and a test holds that each covers all of it.
 */
export interface Topology {
  readonly table: TableShape
  readonly queues: Readonly<Record<QueueName, QueueShape>>
  readonly functions: Readonly<Record<FunctionName, FunctionShape>>
  /** First match wins; what matches none comes from the object store. */
  readonly routes: readonly Route[]
  readonly http: HttpShape
  /** Settings with their value in the cloud; the local stack overrides some. */
  readonly settings: Readonly<Record<string, string>>
}

export type QueueName = 'mail'

export interface TableShape {
  readonly key: { readonly partition: 'pk'; readonly sort: 'sk' }
  readonly timeToLive: string
  /** What a stream record tells of its item. Consumers read the item itself: a record may be old. */
  readonly stream: 'KEYS_ONLY'
  readonly indexes: readonly { readonly name: string; readonly partition: string; readonly sort: string }[]
}

export interface QueueShape {
  /** Receives before a message is set aside in the dead-letter queue. */
  readonly maxReceives: number
  readonly visibilitySeconds: number
  readonly retentionDays: number
}

export type Trigger =
  | { readonly kind: 'http' }
  | {
      readonly kind: 'stream'
      readonly batchSize: number
      readonly windowSeconds: number
      /** A record must match one of them: prefix of its keys, and the kind of change. */
      readonly filters: readonly StreamFilter[]
      readonly maxRetries: number
    }
  | {
      readonly kind: 'queue'
      readonly queue: QueueName
      readonly batchSize: number
      /** Batches at work at once: what the mail system takes, so that messages wait rather than fail. */
      readonly concurrency: number
    }
  | { readonly kind: 'schedule'; readonly everyMinutes: number }

export interface StreamFilter {
  readonly events: readonly ('INSERT' | 'MODIFY' | 'REMOVE')[]
  readonly pk: { readonly prefix: string }
  readonly sk?: { readonly prefix: string }
}

export type Grant =
  | { readonly on: 'table'; readonly actions: readonly string[] }
  | {
      readonly on: 'objects'
      readonly actions: readonly ('s3:GetObject' | 's3:PutObject' | 's3:DeleteObject')[]
    }
  | { readonly on: 'queue'; readonly queue: QueueName; readonly actions: readonly ['sqs:SendMessage'] }
  | { readonly on: 'root-key'; readonly actions: readonly ['kms:GenerateMac'] }
  | { readonly on: 'log-key'; readonly actions: readonly ('kms:Sign' | 'kms:GetPublicKey')[] }
  | { readonly on: 'mail'; readonly actions: readonly ['ses:SendEmail'] }
  /** The function itself, once more and in the background. */
  | { readonly on: 'self'; readonly actions: readonly ['lambda:InvokeFunction'] }

export interface FunctionShape {
  /** Path of the entry from the repository's root. */
  readonly entry: string
  readonly trigger: Trigger
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly grants: readonly Grant[]
  /** Files beside its bundle: name there, and what of which package it is. */
  readonly files?: Readonly<Record<string, string>>
}

/** Functions that answer requests; `pages` also those that no route and no file answers. */
export type HttpFunction = 'api' | 'receipts' | 'search' | 'pages' | 'staff' | 'documents'

export interface Route {
  /** CloudFront path pattern: `*` matches any run of characters. */
  readonly path: string
  /**
   * `objects` means the file whose key is the path, to the letter. Only a path that matches no route
   * is a page's address, whose file is `<path>/index.html` unless its last part has an extension; `page-files`
   * are such addresses that need a route for headers of their own.
   */
  readonly to: HttpFunction | 'objects' | 'page-files'
  /**
   * A function's answer that the CDN keeps for as long as the answer itself says, one for each value of these parameters
   * of the address. Only path and parameters reach the function: no other query, no cookie, no language.
   */
  readonly cachedBy?: readonly string[]
  /** Which headers go with the answers; those of the site where none is named. */
  readonly headers?: HeaderVariation
}

/** Answers that other pages may frame; pages that may frame those. */
export type HeaderVariation = 'embedded' | 'embedding'

/** Whether a function answers, and not a file. */
export function toFunction(route: Route): route is Route & { readonly to: HttpFunction } {
  return route.to !== 'objects' && route.to !== 'page-files'
}

export interface HttpShape {
  /** Requests to the functions, per second on average and at once; beyond them the answer is 429. */
  readonly requestsPerSecond: number
  readonly burst: number
  /** The only headers of a reader's request that functions see, cookies and the body's own aside. */
  readonly requestHeaders: readonly string[]
  /** Sent with every answer, whether file or function, unless its route names a variation. */
  readonly responseHeaders: Readonly<Record<string, string>>
  /** All the headers of each variation. */
  readonly variations: Readonly<Record<HeaderVariation, Readonly<Record<string, string>>>>
}

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const
const WRITE = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
] as const

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

/** The queue's own limit, which its consumer must know to say when a notice has failed. */
const MAIL_MAX_RECEIVES = 6

export const topology: Topology = {
  table: {
    key: { partition: 'pk', sort: 'sk' },
    timeToLive: 'expiresAt',
    stream: 'KEYS_ONLY',
    indexes: [
      // What the clock will ask of a petition next.
      { name: 'due', partition: 'dueBucket', sort: 'dueAt' },
      // Everything a council's desk sees.
      { name: 'community', partition: 'communityId', sort: 'submittedAt' },
      // What a community's staff still owe, and notices that have not gone out; nothing else is in it.
      { name: 'desk', partition: 'deskBucket', sort: 'deskAt' },
      // What the public sees, newest first.
      { name: 'published', partition: 'publishedBucket', sort: 'publishedAt' },
    ],
  },
  queues: { mail: { maxReceives: MAIL_MAX_RECEIVES, visibilitySeconds: 60, retentionDays: 4 } },
  functions: {
    api: {
      entry: 'functions/entries/api.ts',
      trigger: { kind: 'http' },
      memoryMb: 512,
      timeoutSeconds: 10,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
        { on: 'root-key', actions: ['kms:GenerateMac'] },
        { on: 'log-key', actions: ['kms:GetPublicKey'] },
      ],
    },
    receipts: {
      entry: 'functions/entries/receipts.ts',
      trigger: { kind: 'http' },
      memoryMb: 512,
      timeoutSeconds: 10,
      grants: [
        { on: 'table', actions: [...READ] },
        { on: 'objects', actions: ['s3:GetObject'] },
      ],
    },
    search: {
      entry: 'functions/entries/search.ts',
      trigger: { kind: 'http' },
      // A whole processor, so that a new process has the index of a large site in a few seconds.
      memoryMb: 1769,
      timeoutSeconds: 20,
      grants: [{ on: 'objects', actions: ['s3:GetObject'] }],
    },
    pages: {
      entry: 'functions/entries/pages.ts',
      trigger: { kind: 'http' },
      memoryMb: 512,
      timeoutSeconds: 10,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'root-key', actions: ['kms:GenerateMac'] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
      ],
    },
    staff: {
      entry: 'functions/entries/staff.ts',
      trigger: { kind: 'http' },
      memoryMb: 512,
      timeoutSeconds: 10,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'objects', actions: ['s3:GetObject', 's3:PutObject'] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
        { on: 'root-key', actions: ['kms:GenerateMac'] },
      ],
      files: {
        'mozjpeg_dec.wasm': '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
        'squoosh_png.wasm': '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
        'webp_dec.wasm': '@jsquash/webp/codec/dec/webp_dec.wasm',
      },
    },
    documents: {
      entry: 'functions/entries/documents.ts',
      trigger: { kind: 'http' },
      // A whole processor, and room for a file of 100,000 signers. Whoever waits is answered within seconds;
      // the rest of the time is for what it makes in the background.
      memoryMb: 1769,
      timeoutSeconds: 300,
      grants: [
        { on: 'table', actions: [...READ] },
        { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
        { on: 'root-key', actions: ['kms:GenerateMac'] },
        { on: 'self', actions: ['lambda:InvokeFunction'] },
      ],
      files: {
        'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
        'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
        'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
      },
    },
    sequence: {
      entry: 'functions/entries/sequence.ts',
      trigger: {
        kind: 'stream',
        batchSize: 1000,
        windowSeconds: 1,
        filters: [{ events: ['INSERT'], pk: { prefix: 'SIGNATURES#' } }],
        maxRetries: 50,
      },
      memoryMb: 512,
      timeoutSeconds: 60,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
        { on: 'log-key', actions: ['kms:Sign', 'kms:GetPublicKey'] },
      ],
    },
    react: {
      entry: 'functions/entries/react.ts',
      trigger: {
        kind: 'stream',
        batchSize: 100,
        windowSeconds: 1,
        filters: [
          { events: ['INSERT', 'MODIFY'], pk: { prefix: 'PETITION#' } },
          { events: ['INSERT', 'MODIFY'], pk: { prefix: 'COMMUNITIES' } },
          { events: ['INSERT', 'MODIFY'], pk: { prefix: 'HOSTS' } },
          // A step of an answer's draft: the head or the secretary is to be told.
          { events: ['INSERT'], pk: { prefix: 'DESK#' }, sk: { prefix: 'ANSWER#' } },
          // An annulment that the log has taken: its signer is to be told.
          { events: ['MODIFY'], pk: { prefix: 'SIGNATURES#' }, sk: { prefix: 'ANNULMENT#' } },
        ],
        maxRetries: 50,
      },
      memoryMb: 512,
      timeoutSeconds: 60,
      grants: [
        { on: 'table', actions: [...READ] },
        { on: 'objects', actions: ['s3:GetObject', 's3:PutObject'] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
        { on: 'log-key', actions: ['kms:GetPublicKey'] },
      ],
    },
    deliver: {
      entry: 'functions/entries/deliver.ts',
      trigger: { kind: 'queue', queue: 'mail', batchSize: 10, concurrency: 5 },
      memoryMb: 512,
      timeoutSeconds: 50,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'root-key', actions: ['kms:GenerateMac'] },
        { on: 'mail', actions: ['ses:SendEmail'] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
        { on: 'objects', actions: ['s3:GetObject'] },
      ],
    },
    sweep: {
      entry: 'functions/entries/sweep.ts',
      trigger: { kind: 'schedule', everyMinutes: 1 },
      memoryMb: 512,
      timeoutSeconds: 55,
      grants: [
        { on: 'table', actions: [...READ, ...WRITE] },
        { on: 'objects', actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
        { on: 'queue', queue: 'mail', actions: ['sqs:SendMessage'] },
        { on: 'log-key', actions: ['kms:Sign', 'kms:GetPublicKey'] },
      ],
    },
  },
  routes: [
    // Count, checkpoint and tiles are files: reading never reaches a function.
    { path: '/api/v1/petitions/*/count', to: 'objects' },
    { path: '/api/v1/petitions/*/days', to: 'objects' },
    { path: '/api/v1/communities/*/record', to: 'objects' },
    { path: '/api/v1/openapi.json', to: 'objects' },
    { path: '/log/*', to: 'objects' },
    // What other sites show: the widget's script, and the pages that it frames.
    { path: '/embed', to: 'pages', headers: 'embedding' },
    { path: '/en/embed', to: 'pages', headers: 'embedding' },
    { path: '/embed/*', to: 'page-files', headers: 'embedded' },
    { path: '/en/embed/*', to: 'page-files', headers: 'embedded' },
    { path: '/api/v1/schemas/*', to: 'objects' },
    { path: '/api/v1/open-data/*', to: 'objects' },
    { path: '/petitions/*/share.png', to: 'documents', cachedBy: [] },
    { path: '/en/petitions/*/share.png', to: 'documents', cachedBy: [] },
    { path: '/staff/petitions/*/dossier.pdf', to: 'documents' },
    { path: '/staff/petitions/*/dossier.csv', to: 'documents' },
    { path: '/staff/petitions/*/dossier.json', to: 'documents' },
    { path: '/en/staff/petitions/*/dossier.pdf', to: 'documents' },
    { path: '/en/staff/petitions/*/dossier.csv', to: 'documents' },
    { path: '/en/staff/petitions/*/dossier.json', to: 'documents' },
    { path: '/api/v1/staff/*', to: 'staff' },
    { path: '/api/v1/signatures/*/receipt', to: 'receipts' },
    { path: '/api/v1/petitions/search', to: 'search', cachedBy: LIST_FIELDS },
    { path: '/api/v1/petitions/similar', to: 'search', cachedBy: ['community', 'q', 'text'] },
    { path: '/api/*', to: 'api' },
    { path: '/petitions/search', to: 'search', cachedBy: LIST_FIELDS },
    { path: '/en/petitions/search', to: 'search', cachedBy: LIST_FIELDS },
    { path: '/staff', to: 'staff' },
    { path: '/staff/*', to: 'staff' },
    { path: '/en/staff', to: 'staff' },
    { path: '/en/staff/*', to: 'staff' },
    { path: '/confirm', to: 'pages' },
    { path: '/en/confirm', to: 'pages' },
    { path: '/receipt', to: 'pages' },
    { path: '/en/receipt', to: 'pages' },
    { path: '/updates', to: 'pages' },
    { path: '/en/updates', to: 'pages' },
    { path: '/author', to: 'pages' },
    { path: '/en/author', to: 'pages' },
    { path: '/author/link', to: 'pages' },
    { path: '/en/author/link', to: 'pages' },
    // Leads to a page of the list by its number; the pages themselves are files.
    { path: '/petitions/*/signers', to: 'pages' },
    { path: '/en/petitions/*/signers', to: 'pages' },
    { path: '/communities/*/submit/*', to: 'pages' },
    { path: '/en/communities/*/submit/*', to: 'pages' },
  ],
  http: {
    requestsPerSecond: 500,
    burst: 1000,
    requestHeaders: [
      'Accept',
      'Accept-Language',
      'Content-Type',
      'Origin',
      'Sec-Fetch-Site',
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
  },
  settings: {
    MAIL_MAX_RECEIVES: String(MAIL_MAX_RECEIVES),
    POW_COST: '1000',
    POW_COUNTER: '850',
    MINIMUM_SECONDS: '3',
    LINK_HOURS: '72',
    LIMIT_ADDRESS_PER_DAY: '5',
    LIMIT_IP_PER_HOUR: '200',
    LIMIT_PETITION_PER_MINUTE: '12000',
    CLIENT_ADDRESS_HEADER: 'cloudfront-viewer-address',
    // Its roots are infra/aws/tsa-roots.pem.
    TSA_URL: 'http://timestamp.digicert.com',
  },
}
