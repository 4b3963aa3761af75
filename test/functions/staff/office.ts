import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { reconcileSignatures } from '../../../functions/actions/reconcile-signatures'
import { createPetition, runCommand } from '../../../functions/actions/run-command'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { sessionTable } from '../../../functions/adapters/dynamodb/sessions'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { staffTable } from '../../../functions/adapters/dynamodb/staff'
import { systemRandom } from '../../../functions/adapters/system'
import { variableSecrets } from '../../../functions/adapters/variable-secrets'
import { sequencingOn } from '../../../functions/composition/sequence'
import { composeStaff } from '../../../functions/composition/staff'
import { readEnvironment } from '../../../functions/environment'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { linkTokens } from '../../../functions/signing/link-token'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { packageFiles } from '../../../infra/local/package-files'
import { topology } from '../../../infra/topology'
import type { Grant, Role, Scope } from '../../../shared/staff/staff-member'
import { councilHost, ngoHost, testCommunity } from '../../support/communities'
import { startDynamo } from '../../support/dynamodb'
import { type Behaviour, SoftwareAuthenticator } from '../../support/journeys/software-authenticator'
import { MemoryObjects } from '../../support/memory-objects'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../../support/platform'

export const START = '2026-03-02T09:00:00.000Z'
export const SITE = 'https://petitions.example'

/**
 * The staff function over a real table, with people of every role in two communities.
 * @param limits other settings than those of people who seldom have to prove who they are
 * @param secrets of councils' providers
 */
export async function openOffice(limits: Record<string, string> = {}, secrets = variableSecrets({})) {
  const dynamo = await startDynamo()
  const clock = new HandClock(START)
  const keys = memoryKeyRing()
  const objects = new MemoryObjects()
  const mailQueue = new MemoryQueue<MailMessage>()
  const table = { db: dynamo.client, name: dynamo.tableName }
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar(), petitionKeySeal(keys))
  const staff = staffTable(table)
  const deps = { clock, petitions, communities, random: systemRandom }
  await communities.putCommunity(testCommunity)
  await communities.putHost(councilHost)
  await communities.putHost(ngoHost)
  const env = readEnvironment('staff', {
    TABLE_NAME: dynamo.tableName,
    BUCKET_NAME: 'site-objects',
    PUBLIC_URL: SITE,
    MAIL_QUEUE_URL: 'https://queue.example/mail',
    ROOT_KEY_ID: 'root',
    LIMIT_ADDRESS_PER_DAY: '2',
    LIMIT_IP_PER_HOUR: '1000',
    OPENID_ISSUER: '',
    ID_GOV_UA_URL: 'https://id.gov.ua',
    LOCAL_RECEIVERS: 'no',
    SECRETS_PATH: '/viche/',
    STAFF_OPENID: '[]',
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    AUDIT_YEARS: '5',
    SESSION_IDLE_MINUTES: '240',
    SESSION_HOURS: '12',
    REAUTHENTICATE_MINUTES: '240',
    ...limits,
  })
  const signatures = signatureTable(table)
  const sequencing = sequencingOn(
    { clock, random: systemRandom, db: dynamo.client, objects, logSigner: memoryLogSigner() },
    { TABLE_NAME: dynamo.tableName },
  )
  const files = packageFiles(topology.functions.staff.files ?? {})
  const authenticators = new Map<string, SoftwareAuthenticator>()
  const app = composeStaff(
    { clock, random: systemRandom, db: dynamo.client, keys, mailQueue, objects, files, secrets },
    env,
  )

  return {
    app,
    clock,
    mailQueue,
    objects,
    table,
    petitions,
    staff,
    deps,
    stop: dynamo.stop,

    /** Somebody with one role in one scope; returns the address. */
    async hire(role: Role, scope: Scope): Promise<string> {
      const id = randomBytes(4).toString('hex')
      const email = `${id}@staff.example`
      await staff.putStaff({ id, name: role, email, grants: [{ role, scope }] })
      return email
    },

    /** A session of somebody with these grants, and the proof that its forms carry. */
    async session(...grants: readonly Grant[]) {
      const id = randomBytes(4).toString('hex')
      const email = `${id}@staff.example`
      await staff.putStaff({ id, name: 'Хтось', email, grants })
      const cookie = await this.signIn(email)
      const [session] = await sessionTable(table).sessions(id)
      return { id, cookie, csrf: session!.csrf }
    },

    /** Adds a first key by a mailed link, or signs in with it; returns the cookie. */
    async signIn(email: string, headers: Record<string, string> = {}): Promise<string> {
      const key = this.keyOf(email)
      const answer =
        key.credentials.length > 0 ? await this.proves(key, headers) : await this.enrols(email, headers)
      if (answer.status !== 201) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`)
      return cookieOf(answer)
    },

    keyOf(email: string): SoftwareAuthenticator {
      const known = authenticators.get(email) ?? new SoftwareAuthenticator(SITE)
      authenticators.set(email, known)
      return known
    },

    async proves(key: SoftwareAuthenticator, headers: Record<string, string> = {}, how: Behaviour = {}) {
      const { ceremony, options } = await (await post(app, '/api/v1/staff/session/options', {})).json()
      return post(app, '/api/v1/staff/session', { ceremony, response: key.get(options, how) }, headers)
    },

    /** The token of the link mailed to an address. */
    async linkFor(email: string): Promise<string> {
      await post(app, '/api/v1/staff/sign-in', { email })
      const message = mailQueue.messages.at(-1)
      if (message?.type !== 'link') throw new Error('no link was mailed')
      return message.token
    },

    async enrols(email: string, headers: Record<string, string> = {}, token?: string): Promise<Response> {
      const body = { token: token ?? (await this.linkFor(email)) }
      const begun = await post(app, '/api/v1/staff/passkeys/options', body, headers)
      if (begun.status !== 200) return begun
      const { ceremony, options } = await begun.json()
      const response = this.keyOf(email).create(options)
      return post(app, '/api/v1/staff/passkeys', { ceremony, response }, headers)
    },

    async submitted(hostId = councilHost.id, wantsHearing = false): Promise<string> {
      const { petition } = await createPetition(deps, {
        id: randomBytes(5).toString('hex'),
        communityId: testCommunity.id,
        hostId,
        title: 'Поставити лавки',
        text: 'Просимо поставити лавки вздовж алеї.',
        author: { surname: 'Лісова', givenName: 'Мавка' },
        email: 'author@example.org',
        wantsHearing,
        locale: 'uk',
      })
      return petition.id
    },

    /** A petition that so many people have signed, as its log has taken them. */
    async signed(people: number, hostId = councilHost.id): Promise<string> {
      const id = await this.submitted(hostId)
      const { settings } = testCommunity
      const logOrigin = `petitions.example/log/${id}`
      await runCommand(deps, id, { type: 'publish', by: { role: 'moderator' }, settings, logOrigin })
      for (let n = 0; n < people; n++) {
        clock.forward(60)
        await signatures.add({
          petitionId: id,
          personKey: randomBytes(32).toString('base64url'),
          person: { surname: 'Лісова', givenName: `Мавка-${n + 1}` },
          confirmedAt: clock.now(),
          nameSalt: randomBytes(32),
          personSalt: randomBytes(32),
          level: 'email',
        })
      }
      await this.sequence(id)
      return id
    },

    /** The log takes whatever waits for it. */
    async sequence(id: string): Promise<void> {
      await reconcileSignatures(sequencing, id)
    },

    /** A petition in consideration, hearing asked for. */
    async considered(): Promise<string> {
      const id = await this.submitted(councilHost.id, true)
      const by = { role: 'moderator' }
      const { settings } = testCommunity
      await runCommand(deps, id, { type: 'publish', by, settings, logOrigin: 'x/log/1' })
      const { threshold: count } = settings
      await runCommand(deps, id, { type: 'reach-threshold', count, at: clock.now(), index: count - 1 })
      await runCommand(deps, id, { type: 'begin-consideration', by })
      return id
    },

    keys,
    linkTokens: linkTokens(keys),
  }
}

export type Office = Awaited<ReturnType<typeof openOffice>>

/** @param as a session's cookie, or headers */
export async function post(
  app: Hono,
  path: string,
  body: unknown,
  as?: string | Record<string, string>,
): Promise<Response> {
  const headers = typeof as === 'string' ? { cookie: as } : as
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

export async function postForm(
  app: Hono,
  path: string,
  fields: Record<string, string>,
  cookie?: string,
): Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie && { cookie }) },
    body: new URLSearchParams(fields).toString(),
  })
}

export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}
