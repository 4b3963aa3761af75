import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { ArnPrincipal, type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { FunctionName } from '../../../functions/environment'
import { entryFile, functionFolder } from '../../bundle'
import type { FunctionShape } from '../../topology'

export interface ProductFunctionProps {
  /** Absolute path of the repository. */
  readonly root: string
  readonly name: FunctionName
  readonly shape: FunctionShape
  readonly environment: Readonly<Record<string, string>>
}

/** A function of the topology with a log and a role of its own; the role may write that log, nothing else. */
export class ProductFunction extends Construct implements IGrantable {
  readonly lambda: LambdaFunction
  readonly role: Role
  /** What its stream gave up on, where it reads one. */
  dead?: Queue

  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    super(scope, id)
    const { root, name, shape, environment } = props
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Viche: ${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(functionFolder(root, name)),
      handler: `${entryFile.replace('.mjs', '')}.handler`,
      memorySize: shape.memoryMb,
      timeout: Duration.seconds(shape.timeoutSeconds),
      environment: { ...environment },
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
    })
  }

  get grantPrincipal() {
    return this.role.grantPrincipal
  }

  /** Lets the function take these actions on exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }))
  }

  /** Lets the function take these actions on itself: said by the function, since its role exists before it. */
  allowItself(actions: readonly string[]): void {
    const principal = new ArnPrincipal(this.role.roleArn)
    for (const action of actions) this.lambda.addPermission(`Itself-${action}`, { principal, action })
  }
}
