import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { systemRandom } from '../../../functions/adapters/system'
import { composeDocuments } from '../../../functions/composition/documents'
import { routeName, STAFF_ROUTES } from '../../../functions/staff/routes'
import { STAFF_ACTIONS } from '../../../shared/http/staff-actions'
import { ACCESS, ACTIONS, type Action, needsRecentProof, rolesOf } from '../../../shared/staff/access'
import { type Grant, ROLES } from '../../../shared/staff/staff-member'
import { councilHost, ngoHost, testCommunity } from '../../support/communities'
import { rowsOf } from '../../support/rows'
import { shippedFiles } from '../../support/shipped-files'
import { type Office, openOffice, SITE } from './office'

// Every route of the staff's functions × everybody who may come × own and other places, held to the one table.

interface App {
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  request(path: string, init?: RequestInit): Response | Promise<Response>
}

let office: Office
let apps: readonly App[]
/** A petition collected by the council itself, and one by an NGO. */
let council: string
let ngo: string
beforeAll(async () => {
  office = await openOffice()
  const { clock, objects, table, keys } = office
  const communities = communityTable(table)
  await communities.putCommunity({ ...testCommunity, id: 'inshe' })
  await communities.putHost({ ...ngoHost, id: 'inshi', communities: ['inshe'] })
  const platform = { clock, objects, keys, db: table.db, random: systemRandom, files: shippedFiles }
  const env = {
    TABLE_NAME: table.name,
    BUCKET_NAME: 'objects',
    PUBLIC_URL: SITE,
    ROOT_KEY_ID: 'root',
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    AUDIT_YEARS: 5,
  }
  const documents = composeDocuments(platform, env, { start: async () => {} })
  apps = [office.app, documents.app]
  council = await office.submitted()
  ngo = await office.submitted(ngoHost.id)
})
afterAll(() => office?.stop())

/** Whoever may hold which role where; every other combination of role and place counts for nothing. */
const HELD: readonly Grant[] = [
  ...(['moderator', 'secretary', 'head'] as const).flatMap((role) => [
    { role, scope: 'community:kalynivka' as const },
    { role, scope: 'community:inshe' as const },
  ]),
  { role: 'ngo-editor', scope: 'host:dbaiemo' },
  { role: 'ngo-editor', scope: 'host:inshi' },
  { role: 'operator', scope: '*' },
]
const UNSOUND: readonly Grant[] = [
  ...ROLES.filter((role) => role !== 'operator').map((role) => ({ role, scope: '*' }) as const),
  ...ROLES.filter((role) => role !== 'ngo-editor').map((role) => ({ role, scope: 'host:dbaiemo' }) as const),
  { role: 'operator', scope: 'community:kalynivka' },
  { role: 'ngo-editor', scope: 'community:kalynivka' },
]

/** One address of a route, and where a role for its action must be held; undefined where it needs none. */
interface Visit {
  readonly name: string
  readonly path: string
  readonly method: string
  readonly action: Action | undefined
  readonly scopes: readonly string[] | 'anywhere'
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  community: ['community:kalynivka', '*'],
  host: ['host:dbaiemo', '*'],
  installation: ['*'],
}

function routesOf(app: App): [name: string, method: string, path: string][] {
  return app.routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/(?:en\/)?(?:api\/v1\/)?staff/.test(path))
    .map(({ method, path }) => [routeName(method, path), method, path])
}

function visits(name: string, method: string, path: string): Visit[] {
  const guard = STAFF_ROUTES[name]!
  if (guard === 'open' || (typeof guard === 'object' && 'open' in guard))
    return [{ name, method, path, action: undefined, scopes: [] }]
  const actions =
    typeof guard === 'string' ? [guard] : 'step' in guard ? [...STAFF_ACTIONS] : [guard.somewhere]
  return actions.flatMap((action) => {
    const { on } = ACCESS[action]
    const at = (id: string, scopes: Visit['scopes']): Visit => ({
      ...{ name: `${name} ${action} ${id}`, method, action, scopes },
      path: path.replace(':id', id).replace(':action', action).replace(':notice', 'none'),
    })
    if (on === 'petition') {
      return [
        at(council, ['community:kalynivka', `host:${councilHost.id}`, '*']),
        at(ngo, ['community:kalynivka', 'host:dbaiemo', '*']),
      ]
    }
    if (/staff\/(people|systems|audit)/.test(name)) return [at('', PLACES.community!)]
    if (on === 'place' || path.indexOf(':id') < 0) return [at('', on === 'installation' ? ['*'] : 'anywhere')]
    return [at(on === 'host' ? 'dbaiemo' : 'kalynivka', PLACES[on] ?? [])]
  })
}

/** What the table says of somebody with this grant. */
function allowed({ action, scopes }: Visit, { role, scope }: Grant): boolean {
  if (action === undefined || ACCESS[action].on === 'self') return true
  return rolesOf(action).includes(role) && (scopes === 'anywhere' || scopes.includes(scope))
}

/** A request of the right form that changes nothing: its fields are wrong, or about nobody. */
async function ask({ method, path }: Visit, who: { cookie?: string; csrf?: string }): Promise<Response> {
  const headers: Record<string, string> = { origin: SITE, ...(who.cookie && { cookie: who.cookie }) }
  const app = apps.find(({ routes }) =>
    routes.some((one) => matches(one.path, path) && one.method === method),
  )!
  const people = /staff\/(people|systems|audit)/.test(path) ? { scope: 'community:kalynivka' } : {}
  if (method === 'GET') return app.request(`${path}?${new URLSearchParams(people)}`, { headers })
  if (path.includes('/api/')) {
    const init = { method, headers: { ...headers, 'content-type': 'application/json' } }
    return app.request(path, method === 'DELETE' ? init : { ...init, body: '{"x":1}' })
  }
  const fields = { csrf: who.csrf ?? 'x', ...people, x: '1' }
  const body = path.endsWith('/logo') ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return app.request(path, { method, headers, body })
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path)
}

function isRefused({ status, headers }: Response): boolean {
  const away = status === 303 && /\/staff\/sign-in/.test(headers.get('location') ?? '')
  return status === 401 || status === 403 || away
}

/** Rows that are new or another since then. */
async function writtenSince(before: readonly string[]): Promise<string[]> {
  const known = new Set(before)
  return (await rowsOf(office.table, TRACES)).filter((row) => !known.has(row))
}

/** What somebody who may not do it can still leave behind: that they were there. */
const TRACES = [
  { pk: 'AUDIT#' },
  { pk: 'THROTTLE#' },
  { pk: 'DESK#', sk: 'PRESENCE#' },
  { pk: 'STAFF' },
  { pk: 'KEPT#' },
]

/** The actions of all lines that a member has left, sorted. */
async function trailOf(member: string): Promise<string[]> {
  const rows = (await rowsOf(office.table, [])).map((row) => unmarshall(JSON.parse(row)))
  return rows
    .filter(({ pk, who }) => pk.startsWith('AUDIT#') && who === member)
    .map(({ action }) => action)
    .sort()
}

function everywhere(): Visit[] {
  return apps.flatMap((app) => routesOf(app).flatMap((route) => visits(...route)))
}
const inUkrainian = ({ path }: Visit) => !path.startsWith('/en/')

describe('the table of routes', () => {
  it('has every route that is registered, and no other', () => {
    const registered = new Set(apps.flatMap((app) => routesOf(app).map(([name]) => name)))
    expect([...registered].sort()).toEqual(Object.keys(STAFF_ROUTES).sort())
  })
})

describe('every route', () => {
  it('is closed to whoever is not signed in, in both languages', async () => {
    const before = await rowsOf(office.table, TRACES)
    const gone = await office.session({ role: 'operator', scope: '*' })
    const [owner] = gone.cookie.split('.')
    const forged = `${owner}.${'A'.repeat(43)}`
    office.clock.forward(30 * 3600)
    for (const cookie of [
      undefined,
      gone.cookie,
      forged,
      '__Host-viche_session=',
      '__Host-viche_session=x.y',
    ]) {
      for (const visit of everywhere().filter(({ action }) => action !== undefined)) {
        const answer = await ask(visit, cookie === undefined ? {} : { cookie, csrf: gone.csrf })
        expect([visit.name, isRefused(answer)]).toEqual([visit.name, true])
      }
    }
    expect(await writtenSince(before)).toEqual([])
  })

  it.each(
    HELD.map((grant) => [grant.role, grant.scope, grant] as const),
  )('lets a %s of %s do what the table says and nothing else, and tells each act once', async (_role, _scope, grant) => {
    const who = await office.session(grant)
    const acts = ['sign-in']
    const before = await rowsOf(office.table, TRACES)
    for (const visit of everywhere().filter(inUkrainian)) {
      if (visit.path.endsWith('/sign-out') || visit.method === 'DELETE') continue
      const answer = await ask(visit, who)
      expect([visit.name, isRefused(answer)]).toEqual([visit.name, !allowed(visit, grant)])
      expect(answer.status, visit.name).toBeLessThan(500)
      const act =
        visit.method !== 'GET' || isRefused(answer) || answer.status >= 400 || /dossier|csv/.test(visit.path)
      if (visit.action && act) acts.push(visit.action)
    }
    expect(await writtenSince(before)).toEqual([])
    expect(await trailOf(who.id)).toEqual(acts.sort())
  })

  it('knows nothing of a role where that role does not exist', async () => {
    const who = await office.session(...UNSOUND)
    const before = await rowsOf(office.table, TRACES)
    for (const visit of everywhere().filter(({ action }) => action && ACCESS[action].on !== 'self')) {
      const answer = await ask(visit, who)
      expect([visit.name, isRefused(answer)]).toEqual([visit.name, true])
    }
    expect(await writtenSince(before)).toEqual([])
  })
})

describe('docs/access.md', () => {
  it('says what the table says (`-u` writes it anew)', async () => {
    const routes = (action: Action) =>
      Object.entries(STAFF_ROUTES)
        .filter(
          ([, guard]) =>
            guard === action ||
            (typeof guard === 'object' && 'somewhere' in guard && guard.somewhere === action),
        )
        .map(([name]) => `\`${name}\``)
    const rows = ACTIONS.map((action) => {
      const { on } = ACCESS[action]
      const may = ROLES.map((role) => (on === 'self' || rolesOf(action).includes(role) ? '●' : ''))
      const proof = needsRecentProof(action) ? '●' : ''
      return `| ${[`\`${action}\``, on, proof, ...may, routes(action).join('<br>')].join(' | ')} |`
    })
    const text = `# Who may do what

Written from \`shared/staff/access.ts\` and \`functions/staff/routes.ts\` by a test, which fails where it is stale
([0037](decisions/0037-one-table-of-rights.md)). A role counts where it is held: moderator, secretary and head in their
community, an NGO’s editor at their host, also for the petitions collected there, an operator everywhere. The steps of a
petition have the routes \`POST /api/v1/staff/petitions/:id/<action>\` and \`POST /staff/petitions/:id/<action>\`;
those of an answer’s draft are told by the form. Where a proof anew is asked for, the passkey has to have been touched
within the last minutes ([0036](decisions/0036-passkeys.md)).

| action | on | proof anew | ${ROLES.join(' | ')} | routes |
|---|---|:-:|${ROLES.map(() => ':-:|').join('')}---|
${rows.join('\n')}

Open to everybody: ${Object.entries(STAFF_ROUTES)
      .filter(([, guard]) => guard === 'open')
      .map(([name]) => `\`${name}\``)
      .join(', ')}.
`
    await expect(text).toMatchFileSnapshot('../../../docs/access.md')
  })
})
