import type { StaffAction, StaffActionBody } from '../../../shared/http/staff-actions'
import type { PetitionView } from '../../../shared/petition/view'
import type { Answer } from './answer'
import { textOf } from './form'
import { tokenOf } from './resident'
import type { Site } from './site'

export type DeskPetition = PetitionView & { readonly actions: readonly StaffAction[] }

/** Short of the four hours that a session lasts. */
const SESSION_MS = 3 * 3_600_000

/** Somebody who works for the council or an NGO and signs in by a mailed link. */
export class Staff {
  readonly email: string
  readonly #site: Site
  #cookie: string | undefined
  #signedInAt = 0

  constructor(site: Site, email: string) {
    this.#site = site
    this.email = email
  }

  /** Asks for a link and uses it. */
  async signsIn(): Promise<void> {
    const token = await this.askForLink()
    const answer = await this.#site.post('/api/v1/staff/session', { token })
    answer.accepted()
    this.#cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]
    this.#signedInAt = Date.parse(await this.#site.now())
  }

  /** @returns the token of the mail that lets them in */
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

  /** The session's cookie, as a header. */
  async credentials(): Promise<{ cookie: string }> {
    const age = Date.parse(await this.#site.now()) - this.#signedInAt
    if (this.#cookie === undefined || age > SESSION_MS) await this.signsIn()
    return { cookie: this.#cookie! }
  }
}
