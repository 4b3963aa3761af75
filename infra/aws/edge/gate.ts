import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'

/** The header that carries the secret from CloudFront to the API. */
const HEADER = 'x-viche-edge'

/**
 * Keeps the API to requests that came through CloudFront: only then is the reader's address, by which
 * requests are limited, the one that CloudFront saw and not one that the reader wrote.
 * Its answer is cached for an hour, so it seldom runs; a request without the header never wakes it.
 */
export class Gate extends Construct {
  readonly authorizer: HttpLambdaAuthorizer
  readonly lambda: LambdaFunction
  /** What CloudFront must add to every request to the API. */
  readonly headers: Readonly<Record<string, string>>

  constructor(scope: Construct, id: string, { root }: { root: string }) {
    super(scope, id)
    const secret = new Secret(this, 'Secret', {
      description: 'Viche: tells the API that a request came through CloudFront',
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
    })
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'CloudFormation copies the secret into CloudFront and the gate when it deploys, so a rotation between deployments would shut the site; it guards only the accuracy of readers’ addresses. The runbook says how to renew it.',
    )
    const value = secret.secretValue.unsafeUnwrap()
    this.headers = { [HEADER]: value }
    this.lambda = this.addHandler(root, value)
    this.authorizer = new HttpLambdaAuthorizer('Gate', this.lambda, {
      identitySource: [`$request.header.${HEADER}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.hours(1),
    })
  }

  private addHandler(root: string, secret: string): LambdaFunction {
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    return new LambdaFunction(this, 'Function', {
      description: 'Viche: lets requests in that came through CloudFront',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromInline(readFileSync(join(root, 'infra/aws/edge/gate-handler.cjs'), 'utf8')),
      handler: 'index.handler',
      memorySize: 256,
      timeout: Duration.seconds(5),
      environment: { EDGE_SECRET: secret },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    })
  }
}
