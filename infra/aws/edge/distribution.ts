import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import { type HeaderVariation, type Route, toFunction, topology } from '../../topology'
import { acknowledge } from '../acknowledge'
import type { Deployment } from '../deployment'
import { answerHeaders } from './answer-headers'

export interface DistributionProps {
  /** Absolute path of the repository. */
  readonly root: string
  readonly deployment: Deployment
  readonly api: cloudfront.IOrigin
  readonly objects: cloudfront.IOrigin
}

/** The site's front: one behaviour for each route of the topology, and pages for all else. */
export class Distribution extends Construct {
  readonly distribution: cloudfront.Distribution
  private readonly common: Pick<
    cloudfront.BehaviorOptions,
    'viewerProtocolPolicy' | 'responseHeadersPolicy' | 'compress'
  >

  constructor(scope: Construct, id: string, { root, deployment, api, objects }: DistributionProps) {
    super(scope, id)
    this.common = {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: answerHeaders(this, 'AnswerHeaders', topology.http.responseHeaders),
      compress: true,
    }
    const file = this.fileBehavior(objects)
    const page = { ...file, functionAssociations: [this.pageAddress(root)] }
    const answer = this.functionBehavior(api)
    const kept = this.keptBehavior(file, api)
    const keyed = this.keyedBehavior(api)
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Viche',
      domainNames: [deployment.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', deployment.certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      ...(deployment.webAclArn !== undefined && { webAclId: deployment.webAclArn }),
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultBehavior: page,
      additionalBehaviors: behaviors(
        topology.routes,
        { file, page, answer, kept, keyed },
        (parameters) => this.cachedBy(parameters),
        this.variedHeaders(),
      ),
    })
    this.acknowledgeFindings(deployment)
  }

  /** A file is cached for as long as its own Cache-Control says; query and cookies do not exist for it. */
  private fileBehavior(origin: cloudfront.IOrigin): cloudfront.BehaviorOptions {
    return {
      ...this.common,
      origin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: new cloudfront.CachePolicy(this, 'Files', {
        comment: 'Viche: files, by their own Cache-Control',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
    }
  }

  /** A function's answer is never cached, and the function learns no more of the reader than it needs. */
  private functionBehavior(origin: cloudfront.IOrigin): cloudfront.BehaviorOptions {
    return {
      ...this.common,
      origin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: new cloudfront.OriginRequestPolicy(this, 'Requests', {
        comment: 'Viche: what functions see of a request',
        headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(...topology.http.requestHeaders),
        cookieBehavior: cloudfront.OriginRequestCookieBehavior.all(),
        queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
      }),
    }
  }

  /**
   * A function's answer to a system that shows a key. CloudFront lets `Authorization` through only as a part of what
   * an answer is cached by; the answers themselves say that they are not to be kept, and are not.
   */
  private keyedBehavior(origin: cloudfront.IOrigin): cloudfront.BehaviorOptions {
    return {
      ...this.common,
      origin,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: new cloudfront.CachePolicy(this, 'ByKey', {
        comment: 'Viche: answers to systems, each for its key alone',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.seconds(1),
        headerBehavior: cloudfront.CacheHeaderBehavior.allowList('Authorization'),
        queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
        cookieBehavior: cloudfront.CacheCookieBehavior.none(),
      }),
      originRequestPolicy: new cloudfront.OriginRequestPolicy(this, 'SystemRequests', {
        comment: 'Viche: what functions see of a system’s request',
        headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(...topology.http.requestHeaders),
        cookieBehavior: cloudfront.OriginRequestCookieBehavior.none(),
        queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
      }),
    }
  }

  private variedHeaders(): Record<HeaderVariation, cloudfront.ResponseHeadersPolicy> {
    const { embedded, embedding } = topology.http.variations
    return {
      embedded: answerHeaders(this, 'EmbeddedHeaders', embedded),
      embedding: answerHeaders(this, 'EmbeddingHeaders', embedding),
    }
  }

  /** A function's answer that is cached as a file is. */
  private keptBehavior(
    file: cloudfront.BehaviorOptions,
    origin: cloudfront.IOrigin,
  ): cloudfront.BehaviorOptions {
    return { ...file, origin }
  }

  /** Answers that parameters of the address decide, for as long as their own Cache-Control says. */
  private cachedBy(parameters: readonly string[]): cloudfront.ICachePolicy {
    const id = `By-${parameters.join('-')}`
    const known = this.node.tryFindChild(id)
    if (known) return known as cloudfront.CachePolicy
    return new cloudfront.CachePolicy(this, id, {
      comment: 'Viche: answers that parameters of the address decide',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.minutes(5),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.allowList(...parameters),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
  }

  private pageAddress(root: string): cloudfront.FunctionAssociation {
    return {
      eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
      function: new cloudfront.Function(this, 'PageAddress', {
        comment: 'Viche: page address to file',
        runtime: cloudfront.FunctionRuntime.JS_2_0,
        code: cloudfront.FunctionCode.fromFile({ filePath: join(root, 'infra/aws/edge/page-address.js') }),
      }),
    }
  }

  private acknowledgeFindings({ webAclArn }: Deployment): void {
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR1',
      'Residents sign from wherever they are, many of them from abroad since 2022; no law limits signing by place.',
    )
    if (webAclArn === undefined) {
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR2',
        'Reading is files from the cache, and writing is limited by the layers of admission and by the API’s own limits. The web ACL costs more than everything else of a small installation, so it is a stack of its own (docs/decisions/0034).',
      )
    }
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR3',
      'Its log would hold addresses of readers and whole queries, and links to confirm carry their token in the query: that is personal data and a key to a signature, kept for no purpose.',
    )
  }
}

/** A program that asks without TLS is refused rather than led on, so that its mistake is seen (ASVS 4.1.2). */
const ONLY_HTTPS = { viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY }

function isApi({ path }: Route): boolean {
  return path.startsWith('/api/')
}

/** Behaviours in the routes' order: CloudFront, too, takes the first that matches. */
function behaviors(
  routes: readonly Route[],
  kinds: Record<'file' | 'page' | 'answer' | 'kept' | 'keyed', cloudfront.BehaviorOptions>,
  cachedBy: (parameters: readonly string[]) => cloudfront.ICachePolicy,
  varied: Record<HeaderVariation, cloudfront.ResponseHeadersPolicy>,
): Record<string, cloudfront.BehaviorOptions> {
  const keptBy = (parameters: readonly string[]) =>
    parameters.length === 0 ? kinds.kept : { ...kinds.kept, cachePolicy: cachedBy(parameters) }
  const kindOf = (route: Route): cloudfront.BehaviorOptions => {
    if (toFunction(route) && route.by === 'key') return kinds.keyed
    if (toFunction(route)) return route.cachedBy ? keptBy(route.cachedBy) : kinds.answer
    return route.to === 'objects' ? kinds.file : kinds.page
  }
  return Object.fromEntries(
    routes.map((route) => {
      const headers = route.headers && { responseHeadersPolicy: varied[route.headers] }
      return [route.path, { ...kindOf(route), ...headers, ...(isApi(route) && ONLY_HTTPS) }]
    }),
  )
}
