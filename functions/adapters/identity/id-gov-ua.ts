import * as z from 'zod'
import { IdentityFailure } from '../../../shared/identity/failure'
import { identifiedPerson } from '../../../shared/identity/identified-person'
import type { IdentityProvider } from '../../ports/identity-provider'
import type { ProfileDecryptor } from '../../ports/profile-decryptor'
import type { Random } from '../../ports/random'
import { askJson } from './ask-json'

export interface IdGovUaSettings {
  /** `https://id.gov.ua` without a slash at its end. */
  readonly url: string
  readonly clientId: string
  readonly clientSecret: () => Promise<string>
  readonly redirectUri: string
  /** Ways that it offers, comma-separated: `dig_sign,bank_id,diia_id`. */
  readonly authTypes: string
  /** Certificate for which it encrypts the profile, base64; empty where it sends plain JSON. */
  readonly certificate: string
  /** How long each answer is waited for; five seconds by default. */
  readonly patienceMs?: number
}

/** All that is asked of a profile: without this list it would send address, documents and more. */
const FIELDS = 'lastname,givenname,middlename,drfocode,unzr'

const token = z.looseObject({
  access_token: z.string().min(1).max(4096),
  // Its documentation has both as text, some answers as numbers.
  user_id: z.union([z.string().min(1).max(200), z.number()]).transform(String),
})
const encrypted = z.looseObject({ encryptedUserInfo: z.string().min(1) })
const said = z.string().max(500).nullish()
const profileSchema = z.looseObject({
  lastname: said,
  givenname: said,
  middlename: said,
  drfocode: said,
  unzr: said,
})

/**
 * id.gov.ua, the national system of electronic identification: OAuth 2 in shape, with neither discovery nor ID token,
 * nonce or PKCE, so that state alone ties the answer to the browser, and TLS alone vouches for it. Token and secret
 * travel in addresses, as its protocol has it; they are kept nowhere here.
 */
export function idGovUaProvider(
  settings: IdGovUaSettings,
  deps: { readonly random: Random; readonly decryptor?: ProfileDecryptor },
): IdentityProvider {
  const { patienceMs = 5_000 } = settings
  return {
    level: 'id-gov-ua',
    async begin() {
      const state = Buffer.from(deps.random.bytes(32)).toString('base64url')
      const address = addressOf(settings, '', {
        response_type: 'code',
        client_id: settings.clientId,
        auth_type: settings.authTypes,
        state,
        redirect_uri: settings.redirectUri,
      })
      return { address: address.href, remembered: { state, secrets: {} } }
    },
    async finish(callback, { state }) {
      if (callback.get('state') !== state) throw new IdentityFailure('untrusted')
      const code = callback.get('code')
      if (!code) throw new IdentityFailure('cancelled')
      const profile = await profileOf(await tokenFor(code))
      return identifiedPerson('id-gov-ua', attributesIn(profile))
    },
  }

  async function tokenFor(code: string): Promise<z.output<typeof token>> {
    const answer = await askJson(
      addressOf(settings, '/get-access-token', {
        grant_type: 'authorization_code',
        client_id: settings.clientId,
        client_secret: await settings.clientSecret().catch(unavailable),
        code,
      }),
      patienceMs,
    )
    if (isRefusal(answer)) throw new IdentityFailure('expired')
    return fitting(token, answer)
  }

  async function profileOf({ access_token, user_id }: z.output<typeof token>): Promise<unknown> {
    const answer = await askJson(
      addressOf(settings, '/get-user-info', {
        access_token,
        user_id,
        fields: FIELDS,
        ...(settings.certificate && { cert: settings.certificate }),
      }),
      patienceMs,
    )
    if (isRefusal(answer)) throw new IdentityFailure('unavailable')
    const envelope = encrypted.safeParse(answer)
    return envelope.success ? opened(envelope.data.encryptedUserInfo) : answer
  }

  async function opened(envelope: string): Promise<unknown> {
    if (!deps.decryptor) throw new IdentityFailure('unreadable')
    try {
      return JSON.parse(await deps.decryptor.decrypt(envelope))
    } catch {
      throw new IdentityFailure('unreadable')
    }
  }
}

function attributesIn(profile: unknown) {
  const { lastname, givenname, middlename, drfocode, unzr } = fitting(profileSchema, profile)
  return {
    surname: lastname ?? undefined,
    givenName: givenname ?? undefined,
    patronymic: middlename ?? undefined,
    taxNumber: drfocode ?? undefined,
    registerNumber: unzr ?? undefined,
  }
}

function fitting<S extends z.ZodType>(schema: S, answer: unknown): z.output<S> {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw new IdentityFailure('unavailable')
  return parsed.data
}

/** It tells of errors with status 200 as well. */
function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'error' in answer && Boolean(answer.error)
}

function addressOf({ url }: IdGovUaSettings, path: string, query: Record<string, string>): URL {
  return new URL(`${url}${path}?${new URLSearchParams(query)}`)
}

function unavailable(cause: unknown): never {
  throw new IdentityFailure('unavailable', { cause })
}
