import type { FunctionName } from '../../functions/environment'

/** What the topology says of the product; `infra/topology.ts` is the one that is in force. */
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
  /** Secrets under `SECRETS_PATH`, by name. */
  | {
      readonly on: 'secrets'
      readonly names: readonly string[]
      readonly actions: readonly ['ssm:GetParameter']
    }
  /** The secret of each council's own provider. */
  | { readonly on: 'council-secrets'; readonly actions: readonly ['ssm:GetParameter'] }
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
export type HttpFunction = 'api' | 'receipts' | 'search' | 'pages' | 'residents' | 'staff' | 'documents'

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
  /** Who asks shows a key in `Authorization`; no cookie reaches the function, so that no session can stand in for it. */
  readonly by?: 'key'
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
