import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Deployment } from '../deployment'
import { Keys } from './keys'
import { Objects } from './objects'
import { Records } from './records'

/** Export that other stacks know the bucket by; named here, so that a finding about it can be named too. */
export const bucketArnExport = 'VicheBucketArn'

export interface DataProps extends StackProps, Pick<Deployment, 'rootGeneration'> {}

/** What must outlive every deployment: keys, table and files. Deleting the stack leaves all three. */
export class DataStack extends Stack {
  readonly keys: Keys
  readonly records: Records
  readonly objects: Objects
  /** The bucket's ARN for other stacks. */
  readonly bucketArn: string

  constructor(scope: Construct, id: string, { rootGeneration, ...props }: DataProps) {
    super(scope, id, props)
    this.keys = new Keys(this, 'Keys', rootGeneration)
    this.records = new Records(this, 'Records', { key: this.keys.table })
    this.objects = new Objects(this, 'Objects')
    this.bucketArn = this.exportValue(this.objects.bucket.bucketArn, { name: bucketArnExport })
  }
}
