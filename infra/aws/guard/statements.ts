import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'

type Statement = CfnWebACL.StatementProperty

/** As it comes: CloudFront routes by the same spelling. */
const asItIs = [{ priority: 0, type: 'NONE' }]

export const isPost: Statement = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: asItIs,
  },
}

/** @param pattern regular expression of at most 512 characters */
export function pathIs(pattern: string): Statement {
  return {
    regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString: pattern, textTransformations: asItIs },
  }
}

/** Words by which programs name themselves; one that wants to hide has a browser's name. */
export const programs: Statement = {
  regexMatchStatement: {
    fieldToMatch: { singleHeader: { Name: 'user-agent' } },
    regexString:
      'bot|crawl|spider|scrapy|python|aiohttp|curl|wget|okhttp|go-http|java/|libwww|httpclient|headless|phantom|selenium',
    textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
  },
}

export function allOf(...statements: Statement[]): Statement {
  return { andStatement: { statements } }
}
