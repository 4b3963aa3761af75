import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { Platform } from '../../functions/composition'
import type { Environment, FunctionName } from '../../functions/environment'

/** An HTTP function, e.g. a Hono app. */
export interface HttpHandler {
  fetch(request: Request): Response | Promise<Response>
}

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>
export type ScheduleHandler = () => Promise<SweepResult>

export interface SweepResult {
  readonly handled: number
  readonly failed: number
}

/** The functions of the topology, composed for this machine. */
export interface Handlers {
  readonly api: HttpHandler
  readonly receipts: HttpHandler
  readonly search: HttpHandler
  readonly pages: HttpHandler
  readonly residents: HttpHandler
  readonly staff: HttpHandler
  readonly documents: HttpHandler
  readonly sequence: StreamHandler
  readonly react: StreamHandler
  readonly deliver: QueueHandler
  readonly sweep: ScheduleHandler
}

export type Environments = { readonly [F in FunctionName]: Environment<F> }

export type ComposeHandlers = (platform: Platform, environments: Environments) => Handlers
