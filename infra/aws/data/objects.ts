import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledge'

/**
 * The files that CloudFront serves. Without versions: what is deleted when retention ends must be gone,
 * and a version would keep it. Everything here is built from the table and can be built again.
 */
export class Objects extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: false,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Should anybody switch versions on: what is erased goes all the same.
        { noncurrentVersionExpiration: Duration.days(1), expiredObjectDeleteMarker: true },
        // Batches that a dead worker staged and nobody committed.
        { prefix: 'staging/', expiration: Duration.days(30) },
        // Large dossiers wait here for whoever asked for them; what holds names may not stay.
        { prefix: 'dossiers/', expiration: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.letCloudFrontRead()
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Only CloudFront and the functions read the bucket, and every public file is public to all: a log of reads would hold nothing but addresses of pages, some with a petition that a person looked at.',
    )
  }

  /**
   * Any distribution of this account may read, so that the bucket need not know the one that does.
   * Listing turns S3's answer about a missing file from 403 into 404. Staging files are never served.
   */
  private letCloudFrontRead(): void {
    const { account } = Stack.of(this)
    const principals = [new ServicePrincipal('cloudfront.amazonaws.com')]
    const conditions = { ArnLike: { 'aws:SourceArn': `arn:aws:cloudfront::${account}:distribution/*` } }
    const { bucket } = this
    const allow = { principals, conditions }
    bucket.addToResourcePolicy(
      new PolicyStatement({ ...allow, actions: ['s3:GetObject'], resources: [bucket.arnForObjects('*')] }),
    )
    bucket.addToResourcePolicy(
      new PolicyStatement({ ...allow, actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
    )
    bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals,
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('staging/*')],
      }),
    )
  }
}
