import { createHash } from 'node:crypto'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { bundleFunction, entryFile, functionFolder } from '../../../infra/bundle'
import { topology } from '../../../infra/topology'
import { generateMac, startStandIn } from '../../support/aws-stand-in'
import { payload, signer, startWorld, type World } from '../api/world'

interface Entry {
  readonly Id: string
  readonly MessageBody: string
}

/** The client checks that what it sent is what arrived. */
const receipt = ({ Id, MessageBody }: Entry) => ({
  Id,
  MessageId: Id,
  MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
})

const mailed: MailMessage[] = []
let world: World
let standIn: Awaited<ReturnType<typeof startStandIn>>
let folder: string
let handler: (event: object, context: object) => Promise<{ statusCode: number; body: string }>

beforeAll(async () => {
  world = await startWorld()
  standIn = await startStandIn({
    GenerateMac: generateMac(world.root),
    SendMessageBatch({ Entries }) {
      const entries = Entries as Entry[]
      mailed.push(...entries.map((entry) => JSON.parse(entry.MessageBody)))
      return { body: { Successful: entries.map(receipt), Failed: [] } }
    },
  })
  folder = await mkdtemp(join(tmpdir(), 'viche-api-'))
  await symlink(join(import.meta.dirname, '../../../functions'), join(folder, 'functions'))
  // Its files come from the packages; when it runs they are gone.
  const packages = join(folder, 'node_modules')
  await symlink(join(import.meta.dirname, '../../../node_modules'), packages)
  await bundleFunction(folder, 'api')
  await rm(packages)
  Object.assign(process.env, topology.settings, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: world.dynamo.endpoint,
    AWS_ENDPOINT_URL_KMS: standIn.endpoint,
    AWS_ENDPOINT_URL_SQS: standIn.endpoint,
    TABLE_NAME: world.dynamo.tableName,
    PUBLIC_URL: 'https://petitions.example',
    MAIL_QUEUE_URL: `${standIn.endpoint}/mail`,
    ROOT_KEY_ID: 'root',
    LOG_KEY_ID: 'log',
    MINIMUM_SECONDS: '0',
  })
  ;({ handler } = await import(join(functionFolder(folder, 'api'), entryFile)))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await standIn.stop()
  await world.dynamo.stop()
})

async function call(method: string, path: string, body?: object) {
  const [rawPath, rawQueryString = ''] = path.split('?')
  const { statusCode, body: answer } = await handler(
    {
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers: {
        host: 'petitions.example',
        'content-type': 'application/json',
        'cloudfront-viewer-address': '198.51.100.7:4711',
      },
      requestContext: { http: { method, path: rawPath }, domainName: 'petitions.example' },
      isBase64Encoded: false,
      ...(body && { body: JSON.stringify(body) }),
    },
    {},
  )
  return { status: statusCode, body: JSON.parse(answer) }
}

test('the bundle signs on its own, away from the repository’s packages', async () => {
  world.clock.set(new Date().toISOString())
  const { id } = await world.collecting()
  const email = 'oksana@example.org'
  const challenge = await call('GET', `/api/v1/challenges?purpose=sign&petition=${id}&email=${email}`)
  const altcha = await payload(challenge.body)
  const asked = await call('POST', `/api/v1/petitions/${id}/signatures`, {
    person: signer,
    email,
    noticeRead: true,
    altcha,
  })
  expect(asked).toEqual({ status: 202, body: { status: 'mail-sent' } })
  const [message] = mailed
  const token = message?.type === 'link' ? message.token : ''
  const first = await call('POST', '/api/v1/signatures/confirm', { token })
  expect([first.status, first.body.petitionId]).toEqual([201, id])
  expect(await call('POST', '/api/v1/signatures/confirm', { token })).toEqual({ ...first, status: 200 })
  const problem = await call('POST', '/api/v1/signatures/confirm', { token: 'x' })
  expect([problem.status, problem.body.code]).toEqual([400, 'token-invalid'])
})
