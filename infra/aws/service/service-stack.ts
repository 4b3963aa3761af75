import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { environments, type FunctionName } from '../../../functions/environment'
import { functionNames } from '../../bundle'
import { topology } from '../../topology'
import { Alarms } from '../alarms/alarms'
import { watched } from '../alarms/watched'
import type { DataStack } from '../data/data-stack'
import type { Deployment } from '../deployment'
import { Site } from '../edge/site'
import { environmentOf } from './environment'
import { MailSender } from './mail-sender'
import { permit, type Resources } from './permissions'
import { ProductFunction } from './product-function'
import { Queues } from './queues'
import { trigger } from './triggers'

export interface ServiceProps extends StackProps {
  /** Absolute path of the repository. */
  readonly root: string
  readonly deployment: Deployment
  readonly data: DataStack
}

/** Functions, what wakes them, what stands in front of them and who is told when they fail. */
export class ServiceStack extends Stack {
  readonly functions: Readonly<Record<FunctionName, ProductFunction>>

  constructor(scope: Construct, id: string, { root, deployment, data, ...props }: ServiceProps) {
    super(scope, id, props)
    const resources: Resources = {
      table: data.records.table,
      bucket: data.objects.bucket,
      bucketArn: data.bucketArn,
      rootKeys: data.keys.roots,
      logKey: data.keys.log,
      queues: new Queues(this, 'Queues'),
      sender: new MailSender(this, 'Mail', deployment),
    }
    this.functions = eachFunction((name) => this.addFunction(name, root, deployment, resources))
    const site = new Site(this, 'Site', {
      root,
      deployment,
      bucket: data.objects.bucket,
      functions: this.functions,
    })
    new Alarms(this, 'Alarms', {
      email: deployment.alarmEmail,
      watched: watched(this.functions, resources.queues, site.api),
    })
  }

  private addFunction(name: FunctionName, root: string, deployment: Deployment, resources: Resources) {
    const shape = topology.functions[name]
    const names = Object.keys(environments[name].shape)
    const product = new ProductFunction(this, name, {
      root,
      name,
      shape,
      environment: environmentOf(names, deployment, resources),
    })
    permit(product, shape.grants, resources, deployment)
    trigger(product, shape.trigger, resources)
    return product
  }
}

function eachFunction<T>(make: (name: FunctionName) => T): Record<FunctionName, T> {
  return Object.fromEntries(functionNames.map((name) => [name, make(name)])) as Record<FunctionName, T>
}
