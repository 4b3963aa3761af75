import { CfnOutput } from 'aws-cdk-lib'
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { HttpFunction } from '../../topology'
import { acknowledge } from '../acknowledge'
import type { Deployment } from '../deployment'
import type { ProductFunction } from '../service/product-function'
import { Distribution } from './distribution'
import { Gate } from './gate'
import { Api } from './http-api'

export interface SiteProps {
  /** Absolute path of the repository. */
  readonly root: string
  readonly deployment: Deployment
  readonly bucket: Bucket
  readonly functions: Readonly<Record<HttpFunction, ProductFunction>>
}

/** What a reader meets: files first, and functions for what only they can answer. */
export class Site extends Construct {
  readonly api: Api
  readonly gate: Gate

  constructor(scope: Construct, id: string, { root, deployment, bucket, functions }: SiteProps) {
    super(scope, id)
    this.gate = new Gate(this, 'Gate', { root })
    this.api = new Api(this, 'Api', {
      functions: {
        api: functions.api.lambda,
        receipts: functions.receipts.lambda,
        residents: functions.residents.lambda,
        search: functions.search.lambda,
        pages: functions.pages.lambda,
        staff: functions.staff.lambda,
        documents: functions.documents.lambda,
      },
      authorizer: this.gate.authorizer,
    })
    const api = new HttpOrigin(this.api.domainName, { customHeaders: { ...this.gate.headers } })
    // A file that is not there is asked of the function for pages, which says so in words.
    const objects = new OriginGroup({
      primaryOrigin: this.filesOf(bucket),
      fallbackOrigin: api,
      fallbackStatusCodes: [403, 404],
    })
    const front = new Distribution(this, 'Front', { root, deployment, api, objects })
    acknowledge(
      front,
      'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
      'The bucket’s own policy, in the stack of the data, lets the distributions of this account in.',
    )
    const { distribution } = front
    new CfnOutput(this, 'Address', {
      value: `${deployment.domain} CNAME ${distribution.distributionDomainName}`,
    })
    new CfnOutput(this, 'Files', { value: bucket.bucketName })
  }

  /** The bucket's own policy, in its own stack, already lets CloudFront in. */
  private filesOf({ bucketName, bucketArn, bucketRegionalDomainName }: Bucket) {
    const files = Bucket.fromBucketAttributes(this, 'Bucket', {
      bucketName,
      bucketArn,
      bucketRegionalDomainName,
    })
    return S3BucketOrigin.withOriginAccessControl(files)
  }
}
