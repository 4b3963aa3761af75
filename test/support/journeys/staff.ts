import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { StaffAction, StaffActionBody } from '../../../shared/http/staff-actions'
import type { PetitionView } from '../../../shared/petition/view'
import type { Answer } from './answer'
import { textOf } from './form'
import { tokenOf } from './resident'
import type { Site } from './site'
import { SoftwareAuthenticator } from './software-authenticator'

export type DeskPetition = PetitionView & { readonly actions: readonly StaffAction[] }

/** Short of the ten minutes for which a proof suffices for what cannot be taken back. */
const PROVED_MS = 8 * 60_000

interface Ceremony<Options> {
  readonly ceremony: string
  readonly options: Options
}

/** Keys of staff by site and address: who signs in again, from wherever, has the key they had. */
const keyrings = new Map<string, SoftwareAuthenticator>()

/** Somebody who works for the council or an NGO: a mailed link brings the first key, and the key signs in. */
export class Staff {
  readonly email: string
  readonly key: SoftwareAuthenticator
  readonly #site: Site
  readonly #headers: Record<string, string>
  #cookie: string | undefined
  #provedAt = 0

  /** @param headers of whoever uses the session afterwards: it is bound to a browser */
  constructor(site: Site, email: string, headers: Record<string, string> = {}) {
    this.#site = site
    this.email = email
    this.#headers = headers
    const known = `${site.url} ${email}`
    this.key = keyrings.get(known) ?? new SoftwareAuthenticator(site.url)
    keyrings.set(known, this.key)
  }

  /** By the key, or with a first one by a mailed link. */
  async signsIn(): Promise<void> {
    const answer = this.key.credentials.length > 0 ? await this.proves() : await this.enrols()
    answer.accepted()
    this.#cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]
    this.#provedAt = Date.parse(await this.#site.now())
  }

  /** Answers a challenge with the key; a session that stands goes on under another cookie. */
  async proves(headers: Record<string, string> = this.#held()): Promise<Answer> {
    const { ceremony, options } = (await this.#site.post('/api/v1/staff/session/options', {})).accepted<
      Ceremony<PublicKeyCredentialRequestOptionsJSON>
    >()
    const response = this.key.get(options)
    return this.#site.post('/api/v1/staff/session', { ceremony, response }, { ...this.#headers, ...headers })
  }

  /** Adds a key by a mailed link. @param token of the link; asked for where there is none yet */
  async enrols(token?: string): Promise<Answer> {
    const body = { token: token ?? (await this.askForLink()) }
    const begun = await this.#site.post('/api/v1/staff/passkeys/options', body)
    if (begun.status !== 200) return begun
    const { ceremony, options } = begun.accepted<Ceremony<PublicKeyCredentialCreationOptionsJSON>>()
    const answer = { ceremony, response: this.key.create(options) }
    return this.#site.post('/api/v1/staff/passkeys', answer, this.#headers)
  }

  /** @returns the token of the mail that lets them add a key */
  async askForLink(): Promise<string> {
    const { links } = await this.#site.mailAfter(this.email, 'Вхід до робочого столу', async () => {
      ;(await this.#site.post('/api/v1/staff/sign-in', { email: this.email })).accepted()
    })
    return tokenOf(links[0])
  }

  /** A step of the statute; whoever is signed out signs in first. */
  async tries<A extends StaffAction>(id: string, action: A, body: StaffActionBody<A>): Promise<Answer> {
    return this.#site.post(`/api/v1/staff/petitions/${id}/${action}`, body, await this.credentials())
  }

  async does<A extends StaffAction>(id: string, action: A, body: StaffActionBody<A>): Promise<DeskPetition> {
    return (await this.tries(id, action, body)).accepted<DeskPetition>()
  }

  /** The petition as the desk's API tells it, published or not. */
  async sees(id: string): Promise<DeskPetition> {
    const path = `/api/v1/staff/petitions/${id}`
    return (await this.#site.get(path, await this.credentials())).accepted<DeskPetition>()
  }

  /** A page of the desk as it is read. */
  async readsDesk(path = '/staff'): Promise<string> {
    return textOf((await this.desk(path)).text)
  }

  async desk(path = '/staff'): Promise<Answer> {
    return this.#site.get(path, await this.credentials())
  }

  /** The session's cookie, as a header; proved anew where the last proof no longer suffices for everything. */
  async credentials(): Promise<{ cookie: string }> {
    const age = Date.parse(await this.#site.now()) - this.#provedAt
    if (this.#cookie === undefined || age > PROVED_MS) await this.signsIn()
    return { cookie: this.#cookie! }
  }

  #held(): Record<string, string> {
    return this.#cookie === undefined ? {} : { cookie: this.#cookie }
  }
}
