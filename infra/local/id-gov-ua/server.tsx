import { Hono } from 'hono'
import * as z from 'zod'
import { localProblem } from '../local-problem'
import { Accounts, type Profile } from './accounts'
import { DemonstrationPage } from './page'

export interface IdGovUaOptions {
  readonly clientId: string
  readonly clientSecret: string
  /** Makes the envelope of a profile that is asked for with a certificate, or always while `encrypted` is set. */
  readonly seal?: (profile: string) => string
}

const moods = z.strictObject({ down: z.boolean().optional(), encrypted: z.boolean().optional() })

/**
 * A demonstration of id.gov.ua: whoever opens it says who they are, and it believes them. It speaks the protocol of the real
 * one: no discovery, nonce or PKCE, `expires_in` as text, profiles plain or in an envelope. `PUT /` plays one in trouble
 * (`{"down": true}`) or one that encrypts (`{"encrypted": true}`).
 */
export function idGovUa(options: IdGovUaOptions): Hono {
  const { seal = (profile: string) => Buffer.from(profile).toString('base64') } = options
  const app = new Hono()
  const accounts = new Accounts()
  const mood = { down: false, encrypted: false }

  app.put('/', async (c) => {
    const parsed = moods.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success)
      return localProblem(c, 400, 'invalid-body', 'Expected {"down"?, "encrypted"?: true or false}.')
    Object.assign(mood, parsed.data)
    return c.json(mood)
  })
  // People still get its page: it is the site that asks in vain.
  app.use('/get-*', async (c, next) => (mood.down ? c.text('out of order', 503) : next()))
  app.get('/', (c) => {
    const { response_type, client_id, state, redirect_uri } = c.req.query()
    const known = response_type === 'code' && client_id === options.clientId && state && redirect_uri
    return known
      ? c.html(<DemonstrationPage state={state} redirectUri={redirect_uri} />)
      : c.text('response_type, client_id, state, redirect_uri', 400)
  })
  app.post('/answer', async (c) => {
    const { state, redirect_uri, act, ...profile } = (await c.req.parseBody()) as Record<string, string>
    const answer = act === 'cancel' ? { error: 'access_denied' } : { code: accounts.add(profile) }
    return c.redirect(`${redirect_uri}?${new URLSearchParams({ ...answer, state: state ?? '' })}`, 302)
  })
  app.get('/get-access-token', (c) => {
    const { grant_type, client_id, client_secret, code = '' } = c.req.query()
    const known = client_id === options.clientId && client_secret === options.clientSecret
    const token = grant_type === 'authorization_code' && known ? accounts.tokenFor(code) : undefined
    return token ? c.json(token) : c.json({ error: 'invalid_grant', error_description: 'code' }, 400)
  })
  app.get('/get-user-info', (c) => {
    const { access_token = '', user_id = '', fields = '', cert } = c.req.query()
    const profile = accounts.profile(access_token, user_id)
    if (!profile) return c.json({ error: 'invalid_token', error_description: 'access_token' }, 401)
    const asked = askedFor(profile, fields)
    return cert || mood.encrypted ? c.json({ encryptedUserInfo: seal(JSON.stringify(asked)) }) : c.json(asked)
  })
  return app
}

/** All of a profile where no fields are named, as the real one has it. */
function askedFor(profile: Profile, fields: string): Profile {
  const names = fields.split(',')
  return fields === ''
    ? profile
    : Object.fromEntries(Object.entries(profile).filter(([name]) => names.includes(name)))
}
