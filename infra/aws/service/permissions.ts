import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { environments } from '../../../functions/environment'
import { type Grant, topology } from '../../topology'
import { acknowledge } from '../acknowledge'
import { bucketArnExport } from '../data/data-stack'
import type { Deployment } from '../deployment'
import type { MailSender } from './mail-sender'
import type { ProductFunction } from './product-function'
import type { Queues } from './queues'

/** What functions may be allowed to use. */
export interface Resources {
  readonly table: Table
  readonly bucket: Bucket
  readonly bucketArn: string
  readonly rootKeys: readonly IKey[]
  readonly logKey: IKey
  readonly queues: Queues
  readonly sender: MailSender
}

/** Allows a function exactly what its shape names. */
export function permit(
  product: ProductFunction,
  grants: readonly Grant[],
  resources: Resources,
  deployment: Deployment,
): void {
  for (const grant of grants) permitOne(product, grant, resources, deployment)
}

function permitOne(
  product: ProductFunction,
  grant: Grant,
  resources: Resources,
  deployment: Deployment,
): void {
  switch (grant.on) {
    case 'table':
      permitTable(product, grant.actions, resources.table)
      break
    case 'objects':
      permitObjects(product, grant.actions, resources.bucketArn)
      break
    case 'queue':
      product.allow(grant.actions, [resources.queues.of[grant.queue].queueArn])
      break
    case 'root-key':
      product.allow(
        grant.actions,
        resources.rootKeys.map((key) => key.keyArn),
      )
      break
    case 'log-key':
      product.allow(grant.actions, [resources.logKey.keyArn])
      break
    case 'mail':
      product.allow(grant.actions, resources.sender.arns)
      break
    case 'secrets':
      permitSecrets(product, grant.names, grant.actions)
      break
    case 'council-secrets':
      permitSecrets(product, councilSecrets(deployment), grant.actions)
      break
    case 'self':
      product.allowItself(grant.actions)
      break
  }
}

/** An index answers queries only, and each is named. */
function permitTable(product: ProductFunction, actions: readonly string[], table: Table): void {
  product.allow(actions, [table.tableArn])
  if (!actions.includes('dynamodb:Query')) return
  const indexes = topology.table.indexes.map((index) => `${table.tableArn}/index/${index.name}`)
  product.allow(['dynamodb:Query'], indexes)
}

/** One for each council whose provider the deployment names. @throws Error where the list is wrong */
function councilSecrets({ settings }: Deployment): string[] {
  const list = settings.STAFF_OPENID ?? topology.settings.STAFF_OPENID!
  return environments.staff.shape.STAFF_OPENID.parse(list).map(({ community }) => `staff-openid-${community}`)
}

/** Each parameter by its name; the key of Systems Manager, which encrypts them, lets in who may read them. */
function permitSecrets(product: ProductFunction, names: readonly string[], actions: readonly string[]): void {
  if (names.length === 0) return
  const { stack } = product.lambda
  const path = topology.settings.SECRETS_PATH!
  product.allow(
    actions,
    names.map((name) => stack.formatArn({ service: 'ssm', resource: `parameter${path}${name}` })),
  )
}

/** Who may read also learns that a file is missing: without listing, S3 answers 403 for it. */
function permitObjects(product: ProductFunction, actions: readonly string[], bucketArn: string): void {
  product.allow(actions, [`${bucketArn}/*`])
  if (actions.includes('s3:GetObject')) product.allow(['s3:ListBucket'], [bucketArn])
  acknowledge(
    product.role,
    `AwsSolutions-IAM5[Resource::${bucketArnExport}/*]`,
    'Keys of files hold petition ids, known only at run time; the bucket holds nothing but these files.',
  )
}
