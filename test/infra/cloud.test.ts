import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environments, type FunctionName, readEnvironment } from '../../functions/environment'
import { routePath } from '../../infra/aws/edge/http-api'
import { filterPattern } from '../../infra/aws/service/triggers'
import { entryFile, functionNames } from '../../infra/bundle'
import { toFunction, topology } from '../../infra/topology'
import { type Cloud, type Json, type Resource, synthesised } from './synthesised'

let cloud: Cloud

beforeAll(() => {
  cloud = synthesised({ alarmEmail: 'operator@viche.example', rootGeneration: '2' })
}, 120_000)

afterAll(() => cloud?.remove())

test('synthesis leaves neither finding nor warning', () => {
  expect(cloud.said).not.toMatch(/ERROR|WARNING/)
})

function lambdaOf(name: FunctionName): Resource {
  const found = cloud.resources('AWS::Lambda::Function')
  return found.find(({ properties }) => properties.Description === `Viche: ${name}`)!
}

function environmentOf(name: FunctionName): Record<string, string> {
  const variables = Object.entries(lambdaOf(name).properties.Environment.Variables)
  return Object.fromEntries(variables.map(([key, value]) => [key, cloud.plausible(value)]))
}

function mappingOf(name: FunctionName): Record<string, Json> {
  const { id } = lambdaOf(name)
  const found = cloud.resources('AWS::Lambda::EventSourceMapping')
  return found.find(({ properties }) => properties.FunctionName.Ref === id)!.properties
}

describe('the table', () => {
  test('has the key, indexes, stream and time to live of the topology', () => {
    const [table] = cloud.resources('AWS::DynamoDB::Table')
    const { key, indexes, stream, timeToLive } = topology.table
    const schema = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ]
    expect(table?.properties).toMatchObject({
      KeySchema: schema(key.partition, key.sort),
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: stream },
      TimeToLiveSpecification: { AttributeName: timeToLive, Enabled: true },
      GlobalSecondaryIndexes: indexes.map(({ name, partition, sort }) => ({
        IndexName: name,
        KeySchema: schema(partition, sort),
      })),
    })
  })

  test('is encrypted with its own key, can be restored to any second and cannot be deleted', () => {
    const [table] = cloud.resources('AWS::DynamoDB::Table')
    expect(table?.properties).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: expect.anything() },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    })
  })
})

describe('every function', () => {
  test.each(functionNames)('%s has its memory and time, and an environment that it accepts', (name) => {
    const { properties } = lambdaOf(name)
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: topology.functions[name].memoryMb,
      Timeout: topology.functions[name].timeoutSeconds,
    })
    const environment = environmentOf(name)
    expect(Object.keys(environment)).toEqual(Object.keys(environments[name].shape))
    expect(() => readEnvironment(name, environment)).not.toThrow()
  })

  test.each(functionNames)('%s starts from its bundle alone', (name) => {
    const [hash] = lambdaOf(name).properties.Code.S3Key.split('.')
    const bundle = pathToFileURL(join(cloud.folder, `asset.${hash}`, entryFile)).href
    const script = `const { handler } = await import('${bundle}'); console.log(typeof handler)`
    const started = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: cloud.folder,
      env: { AWS_REGION: 'eu-central-1', ...environmentOf(name) },
      encoding: 'utf8',
    })
    expect(started).toMatchObject({ stderr: '', stdout: 'function\n' })
  })

  test.each(functionNames)('%s is woken as the topology says', (name) => {
    const { trigger } = topology.functions[name]
    if (trigger.kind === 'stream') {
      const mapping = mappingOf(name)
      expect(mapping).toMatchObject({
        BatchSize: trigger.batchSize,
        MaximumBatchingWindowInSeconds: trigger.windowSeconds,
        MaximumRetryAttempts: trigger.maxRetries,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      })
      const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
        JSON.parse(Pattern),
      )
      expect(patterns).toEqual(trigger.filters.map(filterPattern))
    } else if (trigger.kind === 'queue') {
      expect(mappingOf(name)).toMatchObject({
        BatchSize: trigger.batchSize,
        ScalingConfig: { MaximumConcurrency: trigger.concurrency },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      })
    } else if (trigger.kind === 'schedule') {
      const [rule] = cloud.resources('AWS::Events::Rule')
      const unit = trigger.everyMinutes === 1 ? 'minute' : 'minutes'
      expect(rule?.properties.ScheduleExpression).toBe(`rate(${trigger.everyMinutes} ${unit})`)
      expect(rule?.properties.Targets[0].Arn['Fn::GetAtt'][0]).toBe(lambdaOf(name).id)
    } else {
      expect(topology.routes.some(({ to }) => to === name)).toBe(true)
    }
  })
})

test('every queue sets messages aside after the receives of the topology', () => {
  const queues = cloud.resources('AWS::SQS::Queue').map(({ properties }) => properties)
  for (const shape of Object.values(topology.queues)) {
    expect(queues).toContainEqual(
      expect.objectContaining({
        VisibilityTimeout: shape.visibilitySeconds,
        MessageRetentionPeriod: shape.retentionDays * 24 * 60 * 60,
        RedrivePolicy: expect.objectContaining({ maxReceiveCount: shape.maxReceives }),
      }),
    )
  }
})

describe('every route', () => {
  const front = () => cloud.resources('AWS::CloudFront::Distribution')[0]!.properties.DistributionConfig

  test('is a behaviour of CloudFront, in the order of the topology', () => {
    const patterns = front().CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)
    expect(patterns).toEqual(topology.routes.map(({ path }) => path))
  })

  test('a program that asks the API without TLS is refused, a reader of pages is led on', () => {
    for (const { PathPattern, ViewerProtocolPolicy } of front().CacheBehaviors) {
      const expected = PathPattern.startsWith('/api/') ? 'https-only' : 'redirect-to-https'
      expect([PathPattern, ViewerProtocolPolicy]).toEqual([PathPattern, expected])
    }
  })

  test('to a function is cached only where it says so, and what is cached can only be read', () => {
    const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
    for (const [index, route] of topology.routes.entries()) {
      const behavior = front().CacheBehaviors[index]
      const live = toFunction(route) && !route.cachedBy
      const keyed = toFunction(route) && route.by === 'key'
      expect(behavior.CachePolicyId === disabled).toBe(live && !keyed)
      if (keyed) expectOneForEachKey(behavior)
      expect(behavior.AllowedMethods.includes('POST')).toBe(live)
      // What is kept for all may not have been made for one.
      expect(behavior.OriginRequestPolicyId === undefined).toBe(!live)
      if (route.cachedBy) expect(parametersOf(behavior)).toEqual(route.cachedBy)
    }
  })

  /** Nothing is kept unless it says so, nobody shares another key's answer, and no cookie gets through. */
  function expectOneForEachKey(behavior: Json): void {
    const { CachePolicyConfig: policy } = propertiesOf('CachePolicy', behavior.CachePolicyId)
    const { OriginRequestPolicyConfig: request } = propertiesOf(
      'OriginRequestPolicy',
      behavior.OriginRequestPolicyId,
    )
    expect([policy.MinTTL, policy.DefaultTTL, policy.MaxTTL]).toEqual([0, 0, 1])
    expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      CookiesConfig: { CookieBehavior: 'none' },
    })
    expect(request.CookiesConfig).toEqual({ CookieBehavior: 'none' })
  }

  function propertiesOf(kind: string, { Ref }: Json): Json {
    return cloud.resources(`AWS::CloudFront::${kind}`).find(({ id }) => id === Ref)!.properties
  }

  function parametersOf({ CachePolicyId }: Json): string[] {
    const policy = cloud.resources('AWS::CloudFront::CachePolicy').find(({ id }) => id === CachePolicyId.Ref)
    const { ParametersInCacheKeyAndForwardedToOrigin: key } = policy!.properties.CachePolicyConfig
    expect([key.CookiesConfig.CookieBehavior, key.HeadersConfig.HeaderBehavior]).toEqual(['none', 'none'])
    return key.QueryStringsConfig.QueryStrings ?? []
  }

  test('to a function is a route of the API that leads to this function', () => {
    const routes = cloud.resources('AWS::ApiGatewayV2::Route').map(({ properties }) => properties)
    const integrations = cloud.resources('AWS::ApiGatewayV2::Integration')
    for (const { path, to } of topology.routes.filter(toFunction)) {
      const route = routes.find(({ RouteKey }) => RouteKey === `ANY ${routePath(path)}`)
      const target = JSON.stringify(route?.Target)
      const integration = integrations.find(({ id }) => target.includes(`"${id}"`))
      expect(integration?.properties.IntegrationUri['Fn::GetAtt'][0], path).toBe(lambdaOf(to).id)
    }
  })

  test('answers with the headers of the topology, and with its variation where it names one', () => {
    const policies = cloud.resources('AWS::CloudFront::ResponseHeadersPolicy')
    const policyOf = ({ ResponseHeadersPolicyId }: Json) =>
      JSON.stringify(policies.find(({ id }) => id === ResponseHeadersPolicyId.Ref)?.properties)
    const { responseHeaders, variations } = topology.http
    const answers = [
      [front().DefaultCacheBehavior, responseHeaders],
      ...topology.routes.map(({ headers }, index) => [
        front().CacheBehaviors[index],
        headers ? variations[headers] : responseHeaders,
      ]),
    ]
    for (const [behavior, headers] of answers) {
      const text = policyOf(behavior)
      for (const name of ['content-security-policy', 'referrer-policy', 'permissions-policy'])
        expect(text).toContain(JSON.stringify(headers[name]))
      expect(text.includes('FrameOptions')).toBe('x-frame-options' in headers)
      expect(text.includes('AccessControlAllowOrigins')).toBe('access-control-allow-origin' in headers)
      expect(text).not.toMatch(/unsafe|AccessControlAllowCredentials":true/)
    }
  })

  test('lets nothing be framed but the pages made for it, whose addresses are pages’ addresses', () => {
    const framed = topology.routes.filter(({ headers }) => headers === 'embedded')
    expect(framed.map(({ path }) => path)).toEqual(['/embed/*', '/en/embed/*'])
    for (const { path } of framed) {
      const behavior = front().CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === path)
      expect(behavior.FunctionAssociations).toEqual(front().DefaultCacheBehavior.FunctionAssociations)
    }
  })

  test('tells functions the reader’s address under the name that they read', () => {
    expect(topology.http.requestHeaders.map((name) => name.toLowerCase())).toContain(
      topology.settings.CLIENT_ADDRESS_HEADER,
    )
  })
})

describe('permissions', () => {
  const statements = () =>
    cloud
      .resources('AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement as { Action: Json; Resource: Json }[])

  test('never name an action by a wildcard', () => {
    expect(
      statements()
        .flatMap(({ Action }) => Action)
        .filter((action) => action.includes('*')),
    ).toEqual([])
  })

  test('name resources, but for the list of streams, which takes none, and the keys of files', () => {
    const wild = statements().filter(({ Resource }) => JSON.stringify(Resource).includes('*'))
    const actions = new Set(wild.flatMap(({ Action }) => Action as string | string[]))
    expect([...actions].filter((action) => !action.startsWith('s3:'))).toEqual(['dynamodb:ListStreams'])
    const files = wild.filter(({ Action }) => [Action].flat()[0].startsWith('s3:'))
    expect(files.every(({ Resource }) => JSON.stringify(Resource).includes('VicheBucketArn'))).toBe(true)
  })

  test('of a function on the table are those of the topology', () => {
    for (const name of functionNames) {
      const granted = topology.functions[name].grants.flatMap((grant) =>
        grant.on === 'table' ? grant.actions : [],
      )
      const { Role } = lambdaOf(name).properties
      const policy = cloud
        .resources('AWS::IAM::Policy')
        .find(({ properties }) => properties.Roles[0].Ref === Role['Fn::GetAtt'][0])
      const actions = policy?.properties.PolicyDocument.Statement.flatMap(
        ({ Action }: Json) => Action,
      ) as string[]
      const onTable = new Set(
        actions.filter((action) => /^dynamodb:(?!.*(Stream|Records|Shard))/.test(action)),
      )
      expect(onTable).toEqual(new Set(granted))
    }
  })
})

test('only sequencing and sweeping sign logs; who may read the key reads only its public half', () => {
  const { id: key } = cloud
    .resources('AWS::KMS::Key')
    .find(({ properties }) => properties.KeyUsage === 'SIGN_VERIFY')!
  const onKey = (name: FunctionName) => {
    const { Role } = lambdaOf(name).properties
    const [policy] = cloud
      .resources('AWS::IAM::Policy')
      .filter(({ properties }) => properties.Roles[0].Ref === Role['Fn::GetAtt'][0])
    return policy?.properties.PolicyDocument.Statement.filter(({ Resource }: Json) =>
      JSON.stringify(Resource).includes(key),
    ).flatMap(({ Action }: Json) => Action)
  }
  const granted = Object.fromEntries(functionNames.map((name) => [name, onKey(name)]))
  const signing = ['kms:Sign', 'kms:GetPublicKey']
  const reading = ['kms:GetPublicKey']
  expect(granted).toEqual({
    ...{
      api: reading,
      receipts: [],
      residents: [],
      search: [],
      pages: [],
      staff: [],
      documents: [],
      react: reading,
      deliver: [],
    },
    ...{ sequence: signing, sweep: signing },
  })
})

test('staging files are never served', () => {
  const [policy] = cloud.resources('AWS::S3::BucketPolicy')
  const denied = policy?.properties.PolicyDocument.Statement.find(
    ({ Effect, Principal }: Json) => Effect === 'Deny' && Principal.Service === 'cloudfront.amazonaws.com',
  )
  expect(JSON.stringify(denied.Resource)).toContain('/staging/*')
})

test('files keep no versions, so that an erased name is gone', () => {
  const [bucket] = cloud.resources('AWS::S3::Bucket')
  expect(bucket?.properties.VersioningConfiguration).toBeUndefined()
  expect(bucket?.properties.LifecycleConfiguration.Rules).toContainEqual(
    expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' }),
  )
})

test('keys: one encrypts, one of each generation derives, one signs', () => {
  const keys = cloud.resources('AWS::KMS::Key').map(({ properties }) => properties)
  expect(keys).toHaveLength(4)
  expect(keys.filter(({ KeySpec }) => KeySpec === 'HMAC_256')).toHaveLength(2)
  expect(keys).toContainEqual(expect.objectContaining({ EnableKeyRotation: true }))
  expect(keys).toContainEqual(
    expect.objectContaining({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  )
  expect(keys).toContainEqual(
    expect.objectContaining({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }),
  )
})

test('a rotated root: the newest is in force, the earlier one still derives', () => {
  for (const name of functionNames.filter((name) => 'ROOT_KEY_ID' in environments[name].shape)) {
    const { Environment } = lambdaOf(name).properties
    const [inForce, comma, retired] = Environment.Variables.ROOT_KEY_ID['Fn::Join'][1]
    expect([name, JSON.stringify(inForce), comma]).toEqual([name, expect.stringMatching(/KeysRoot2/), ','])
    expect(JSON.stringify(retired)).toMatch(/KeysRoot[^2]/)
  }
})

test('every alarm has its heading in the runbook, and every heading its alarm', () => {
  const alarms = cloud.resources('AWS::CloudWatch::Alarm').map(({ properties }) => properties)
  const runbook = readFileSync('docs/runbook.md', 'utf8')
  const headings = [...runbook.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)
  expect(new Set(alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]))).toEqual(
    new Set(headings),
  )
  expect(alarms.every(({ AlarmActions }) => AlarmActions.length === 1)).toBe(true)
})

test('a stream that stops, a queue of dead letters and a function that fails each raise an alarm', () => {
  const names = cloud.resources('AWS::CloudWatch::Alarm').map(({ properties }) => properties.AlarmName)
  for (const name of functionNames) expect(names).toContain(`viche-${name}-errors`)
  for (const name of Object.keys(topology.queues)) expect(names).toContain(`viche-${name}-dead-letters`)
  for (const name of functionNames.filter((name) => topology.functions[name].trigger.kind === 'stream')) {
    expect(names).toContain(`viche-${name}-dead-letters`)
    expect(names).toContain(`viche-${name}-stream-age`)
  }
  expect(names).toContain('viche-sweep-overdue')
})

test('keeps within what an account may have without asking: paths of a distribution, filters of a stream', () => {
  const [distribution] = cloud.resources('AWS::CloudFront::Distribution')
  expect(distribution?.properties.DistributionConfig.CacheBehaviors.length).toBeLessThanOrEqual(75)
  for (const { properties } of cloud.resources('AWS::Lambda::EventSourceMapping')) {
    expect(properties.FilterCriteria?.Filters.length ?? 0).toBeLessThanOrEqual(5)
  }
})
