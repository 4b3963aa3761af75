import { RemovalPolicy } from 'aws-cdk-lib'
import {
  type Attribute,
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { topology } from '../../topology'

/** The table of the topology, with its indexes and stream. */
export class Records extends Construct {
  readonly table: Table

  constructor(scope: Construct, id: string, props: { key: IKey }) {
    super(scope, id)
    const { key, indexes, stream, timeToLive } = topology.table
    this.table = new Table(this, 'Table', {
      partitionKey: text(key.partition),
      sortKey: text(key.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      stream: StreamViewType[stream],
      timeToLiveAttribute: timeToLive,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    for (const index of indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: text(index.partition),
        sortKey: text(index.sort),
        projectionType: ProjectionType.ALL,
      })
    }
  }
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING }
}
