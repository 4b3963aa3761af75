import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followPetition } from '../../../functions/actions/follow-petition'
import { runCommand } from '../../../functions/actions/run-command'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import { followerTable } from '../../../functions/adapters/dynamodb/followers'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { throttleTable } from '../../../functions/adapters/dynamodb/throttle'
import { composeResidents } from '../../../functions/composition/residents'
import { readEnvironment } from '../../../functions/environment'
import type { LinkOf } from '../../../functions/signing/link-token'
import { personKey } from '../../../functions/signing/person-key'
import { topology } from '../../../infra/topology'
import { namesKey } from '../../../shared/log/addresses'
import { residentExport } from '../../../shared/resident/export'
import { testCommunity } from '../../support/communities'
import { type IdGovUa, startIdGovUa } from '../../support/id-gov-ua'
import { post, startWorld, type World } from '../api/world'

let world: World
let app: Hono
beforeAll(async () => {
  world = await startWorld()
  app = residents('http://petitions.example')
})
afterAll(() => world.dynamo.stop())

/** @param host the identity provider of the installation, where it has one */
function residents(publicUrl: string, host?: IdGovUa): Hono {
  const secrets = {
    read: async (name: string) => host?.clientSecret ?? Promise.reject(new Error(`no secret ${name}`)),
  }
  return composeResidents(
    { ...world.platform, secrets },
    readEnvironment('residents', {
      ...topology.settings,
      TABLE_NAME: world.dynamo.tableName,
      PUBLIC_URL: publicUrl,
      ROOT_KEY_ID: 'root',
      MAIL_QUEUE_URL: 'https://queue.example/mail',
      LIMIT_ADDRESS_PER_DAY: '5',
      LIMIT_IP_PER_HOUR: '1000',
      CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
      ...(host && { ID_GOV_UA_URL: host.url, ID_GOV_UA_CLIENT_ID: host.clientId }),
    }),
  )
}

const table = () => ({ db: world.dynamo.client, name: world.dynamo.tableName })

function sends(path: string, fields: Record<string, string>, cookie = '', to: Hono = app) {
  return to.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '198.51.100.7',
      cookie,
    },
    body: new URLSearchParams(fields).toString(),
  })
}

/** Asks for a link as somebody, and presses the button behind it. */
async function opens(email: string, to: Hono = app) {
  expect((await sends('/me', { email }, '', to)).status).toBe(200)
  const message = world.mailQueue.messages.at(-1) as { token: string }
  const answer = await sends('/me/enter', { token: message.token }, '', to)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!
  const reads = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
  const csrf = /name="csrf" value="([^"]+)"/.exec(await reads('/me'))?.[1] ?? ''
  return { token: message.token, answer, cookie, csrf, reads }
}

/** A petition that lets its signers withdraw. */
async function published(withdrawal: 'never' | 'while-collecting' = 'while-collecting') {
  const { id } = await world.submitted()
  return runCommand(world.deps, id, {
    type: 'publish',
    by: { role: 'moderator' },
    settings: { ...testCommunity.settings, withdrawal },
    logOrigin: `petitions.example/log/${id}`,
  })
}

async function signs(id: string, email: string): Promise<void> {
  const token = await world.signLink(id, email)
  expect((await post(world.api(), '/api/v1/signatures/confirm', { token })).status).toBe(201)
}

test('a link is mailed to any address alike, opens once, and only by its button', async () => {
  const { answer, token, cookie } = await opens('nobody@example.org')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me'])
  expect(answer.headers.get('set-cookie')).toMatch(/^viche_me=.*HttpOnly; SameSite=Lax$/)
  const looked = await app.request(`/me/enter?token=${token}`)
  expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null])
  expect((await sends('/me/enter', { token })).status).toBe(410)
  // Whose page is open already only pressed twice.
  expect((await sends('/me/enter', { token }, cookie)).headers.get('location')).toBe('/me')
  expect(await (await app.request('/me', { headers: { cookie } })).text()).toContain('Підписів не знайдено')
  const link = await world.tokens.open(token, world.clock.now(), 'resident')
  expect(link satisfies LinkOf<'resident'>).toMatchObject({ email: 'nobody@example.org' })
})

test('a link and an open page end, a wrong address is told, and asking is limited', async () => {
  const wrong = await sends('/me', { email: 'no' })
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('value="no"')])
  const { token, cookie } = await opens('late@example.org')
  world.clock.forward(31 * 60)
  expect((await sends('/me/enter', { token })).status).toBe(410)
  world.clock.forward(30 * 60)
  const ended = await app.request('/me/data', { headers: { cookie } })
  expect([ended.status, ended.headers.get('location')]).toEqual([303, '/me?reason=ended'])
  const statuses = []
  for (let n = 0; n < 5; n++) statuses.push((await sends('/me', { email: 'late@example.org' })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 429])
})

test('over https the cookie is bound to the host, and no other token is a session', async () => {
  const secure = residents('https://petitions.example')
  const { answer, token } = await opens('secure@example.org', secure)
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-viche_me=.*Path=\/;.*Secure/)
  const page = await secure.request('/me', { headers: { cookie: `__Host-viche_me=${token}` } })
  expect(await page.text()).toContain('Надіслати посилання')
})

test('signatures are found under every petition, and nobody else’s are', async () => {
  const [first, second] = [await published(), await published('never')]
  await signs(first.id, 'olena@example.org')
  await signs(second.id, 'olena@example.org')
  await world.sequence(first.id)
  const olena = await opens('olena@example.org')
  const page = await olena.reads('/me')
  for (const { id } of [first, second]) expect(page).toContain(`href="/petitions/${id}"`)
  expect(page.match(/>Відкликати підпис</g)).toHaveLength(1)
  expect(page).toContain('ще записуємо в журнал')
  const other = await (await opens('other@example.org')).reads('/me')
  expect(other).not.toContain(first.id)
  expect(await olena.reads('/me?community=kalynivka')).toContain(first.id)
  expect(await olena.reads('/me?community=elsewhere')).not.toContain(first.id)
})

test('a signature is withdrawn once, by its signer’s own page alone, and the log has it', async () => {
  const { id } = await published()
  await signs(id, 'taras@example.org')
  await signs(id, 'stays@example.org')
  const { cookie, csrf, reads } = await opens('taras@example.org')
  expect(await reads(`/me/withdraw?petition=${id}`)).toContain('Трохи зачекайте')
  expect((await sends('/me/withdraw', { csrf, petition: id }, cookie)).status).toBe(409)
  await world.sequence(id)
  expect(await reads(`/me/withdraw?petition=${id}`)).toContain('Підписати цю петицію ще раз ви не зможете')
  expect((await sends('/me/withdraw', { csrf: 'x', petition: id }, cookie)).status).toBe(403)
  expect((await world.rows(`SIGNATURES#${id}`)).length).toBe(2)
  for (let time = 0; time < 2; time++) {
    const done = await sends('/me/withdraw', { csrf, petition: id }, cookie)
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Підпис відкликано')])
    if (time === 0) await world.sequence(id)
  }
  const record = await world.petitions.loadRecord(id)
  expect([record?.log.count, record?.log.signatures, record?.log.annulments]).toEqual([1, 2, 1])
  expect(record?.events.at(-1)).toMatchObject({
    type: 'annulled',
    data: { ledger: [{ ground: 'withdrawn-by-signer', number: 1 }] },
  })
  // No staff act stands for it, and the address waits for one mail.
  expect((await world.rows(`ANNULMENTS#${id}`)).length).toBe(0)
  expect((await world.rows(`CONTACTS#${id}`)).length).toBe(1)
  expect(await reads('/me')).toContain('відкликано підписантом')
  // The link that signed signs no more.
  const again = await post(world.api(), '/api/v1/signatures/confirm', {
    token: await world.signLink(id, 'taras@example.org'),
  })
  expect(again.status).toBe(200)
  const stranger = await opens('stranger@example.org')
  expect((await sends('/me/withdraw', { csrf: stranger.csrf, petition: id }, stranger.cookie)).status).toBe(
    404,
  )
})

test('not where the council does not let signers, nor once N is reached', async () => {
  const never = await published('never')
  await signs(never.id, 'ivan@example.org')
  await world.sequence(never.id)
  const open = await published()
  for (const n of [1, 2, 3]) await signs(open.id, n === 1 ? 'ivan@example.org' : `${n}@example.org`)
  await world.sequence(open.id)
  const { cookie, csrf } = await opens('ivan@example.org')
  for (const { id } of [never, open]) {
    const refused = await sends('/me/withdraw', { csrf, petition: id }, cookie)
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('відкликати не можна'),
    ])
    expect((await world.rows(`CONTACTS#${id}`)).length).toBe(0)
    expect((await world.rows(`SIGNATURES#${id}`)).filter(({ sk }) => sk?.S?.startsWith('ANNULMENT'))).toEqual(
      [],
    )
  }
})

test('news and addresses end by a press; the file tells all that is held, and erasing takes what may go', async () => {
  const email = 'all@example.org'
  const { id } = await published()
  const other = await published()
  for (const one of [id, other.id]) await signs(one, email)
  await Promise.all([world.sequence(id), world.sequence(other.id)])
  const following = { ...world.platform, petitions: world.petitions, followers: followerTable(table()) }
  for (const petitionId of [id, other.id]) {
    await followPetition({ ...following, throttle: throttleTable(table()) }, { petitionId, email }, 'uk')
  }
  await contactTable(table()).put(id, 0, 'sealed', '2029-03-02T00:00:00.000Z')
  const { cookie, csrf, reads } = await opens(email)
  await sends('/me/updates', { csrf, petition: other.id }, cookie)
  expect((await world.rows(`FOLLOWERS#${other.id}`)).length).toBe(0)
  expect((await world.rows(`FOLLOWERS#${id}`)).length).toBe(1)

  const held = residentExport.parse(JSON.parse(await reads('/en/me/data.json')))
  expect(held).toMatchObject({ email, complete: true, news: [{ petition: { id } }] })
  const own = held.signatures.find(({ petition }) => petition.id === id)
  expect(own).toMatchObject({
    name: 'Шевченко Оксана Миколаївна',
    number: 1,
    level: { code: 'email', label: 'a mail to your e-mail address' },
    addressKeptForAnnulment: true,
    nameShownUntil: expect.stringMatching(/^2029-/),
  })

  await sends('/me/withdraw', { csrf, petition: id }, cookie)
  await world.sequence(id)
  const plan = await reads('/me/erase')
  expect(plan).toContain('Ім’я в переліку тих, хто підписав (підпис відкликано)')
  expect(plan).toMatch(/ваше ім’я в переліку підписантів, до \d+\u00a0березня 2029 року/)
  const erased = await sends('/me/erase', { csrf }, cookie)
  expect([erased.status, erased.headers.get('set-cookie')]).toEqual([
    200,
    expect.stringMatching(/^viche_me=;/),
  ])
  await world.sequence(id)
  expect((await world.rows(`FOLLOWERS#${id}`)).length).toBe(0)
  expect((await world.rows(`CONTACTS#${id}`)).length).toBe(0)
  const rows = await world.rows(`SIGNATURES#${id}`)
  expect(JSON.stringify(rows)).not.toContain('Шевченко')
  expect(rows.find(({ sk }) => sk?.S?.startsWith('ERASURE'))?.index?.N).toBe('2')
  expect(world.objects.text(namesKey(id, 0))).toBe('[{"index":0,"erased":true}]')
  // The other signature, and what was erased, are as they were.
  expect(JSON.stringify(await world.rows(`SIGNATURES#${other.id}`))).toContain('Шевченко')
  const after = await opens(email)
  expect(await after.reads('/me/erase')).toContain('Зараз стирати нічого')
  expect(await after.reads('/me')).toContain('Ваше ім’я з переліку стерто.')
})

test('an author sees what was never published; nothing of it is anybody else’s', async () => {
  const { id, title } = await world.submitted()
  const mine = await (await opens('author@example.org')).reads('/me/data')
  expect(mine).toContain('строк почнеться з оприлюднення')
  expect(mine).toContain(title)
  expect(mine).not.toContain(`/petitions/${id}"`)
  expect(await (await opens('none@example.org')).reads('/me/data')).not.toContain(title)
})

test('who signed by a provider finds those signatures when it has said who they are', async () => {
  const host = await startIdGovUa()
  try {
    const { id, logOrigin } = await published()
    await signs(id, 'by-mail@example.org')
    const key = personKey((await world.petitions.petitionKey(id))!, logOrigin!, 'tax:3012345678')
    const salts = { nameSalt: new Uint8Array(32), personSalt: new Uint8Array(32) }
    const person = { surname: 'Шевченко', givenName: 'Оксана' }
    const signature = { ...salts, petitionId: id, personKey: key, person, confirmedAt: world.clock.now() }
    await signatureTable(table()).add({ ...signature, level: 'id-gov-ua' })
    const by = residents('http://petitions.example', host)
    expect(await (await by.request('/me')).text()).toContain('Перейти до id.gov.ua')

    const away = await sends('/me/identify', { level: 'id-gov-ua' }, '', by)
    const address = new URL(/url=(.+)$/.exec(away.headers.get('refresh') ?? '')?.[1] ?? '')
    await fetch(address)
    const profile = {
      lastname: 'ШЕВЧЕНКО',
      givenname: 'ОКСАНА',
      middlename: 'МИКОЛАЇВНА',
      drfocode: '3012345678',
    }
    const asked = Object.fromEntries(address.searchParams)
    const form = { ...profile, state: asked.state!, redirect_uri: asked.redirect_uri! }
    const body = new URLSearchParams(form)
    const answer = await fetch(`${host.url}/answer`, { method: 'POST', body, redirect: 'manual' })
    const { pathname, search } = new URL(answer.headers.get('location')!)
    const trip = away.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const back = await by.request(`${pathname}${search}`, { headers: { cookie: trip } })
    expect([back.status, back.headers.get('location')]).toEqual([303, '/me'])
    const cookie =
      back.headers
        .getSetCookie()
        .find((one) => one.startsWith('viche_me='))
        ?.split(';')[0] ?? ''
    const page = await (await by.request('/me', { headers: { cookie } })).text()
    expect(page).toContain('id.gov.ua: Дія.Підпис, BankID, КЕП')
    expect(page.match(/id="signature-/g)).toHaveLength(3)
    expect(page).toContain('Сторінку відкрито на одну годину')
  } finally {
    await host.stop()
  }
})
