import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type HttpFunction, toFunction, topology } from '../../topology'

/** Without path, query and address: tokens and who looked at what stay out of logs. */
const LOGGED = {
  time: '$context.requestTime',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.messageString',
}

export interface ApiProps {
  readonly functions: Readonly<Record<HttpFunction, IFunction>>
  readonly authorizer: IHttpRouteAuthorizer
}

/** Takes the routes of the topology that lead to functions; any other request goes to the function for pages. */
export class Api extends Construct {
  readonly http: HttpApi
  readonly domainName: string

  constructor(scope: Construct, id: string, { functions, authorizer }: ApiProps) {
    super(scope, id)
    const integrations = {
      api: new HttpLambdaIntegration('Api', functions.api),
      receipts: new HttpLambdaIntegration('Receipts', functions.receipts),
      search: new HttpLambdaIntegration('Search', functions.search),
      pages: new HttpLambdaIntegration('Pages', functions.pages),
      residents: new HttpLambdaIntegration('Residents', functions.residents),
      staff: new HttpLambdaIntegration('Staff', functions.staff),
      documents: new HttpLambdaIntegration('Documents', functions.documents),
    }
    this.http = new HttpApi(this, 'Http', {
      description: 'Viche',
      createDefaultStage: false,
      defaultAuthorizer: authorizer,
      defaultIntegration: integrations.pages,
    })
    for (const { path, to } of topology.routes.filter(toFunction)) {
      this.http.addRoutes({ path: routePath(path), methods: [HttpMethod.ANY], integration: integrations[to] })
    }
    this.addStage()
    this.domainName = `${this.http.apiId}.execute-api.${this.http.stack.region}.amazonaws.com`
  }

  private addStage(): void {
    const log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: topology.http.requestsPerSecond, burstLimit: topology.http.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    })
  }
}

/**
 * A CloudFront path pattern as a route of API Gateway, where a part between slashes can be any one, and only a last
 * part can match more than itself.
 * @throws Error on a `*` elsewhere
 */
export function routePath(pattern: string): string {
  const path = pattern.replace(/\/\*$/, '/{proxy+}').replace('/*/', '/{part}/')
  if (path.includes('*')) throw new Error(`API Gateway has no route like ${pattern}`)
  return path
}
