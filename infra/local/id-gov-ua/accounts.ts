import { randomBytes } from 'node:crypto'

/** Who somebody said they are, by the names of fields that id.gov.ua has. */
export type Profile = Readonly<Record<string, string>>

/** Codes and tokens of the demonstration; each code serves once. They last as long as the process. */
export class Accounts {
  readonly #byCode = new Map<string, Profile>()
  readonly #byToken = new Map<string, Profile>()

  /** @returns the code that leads to the profile */
  add(profile: Profile): string {
    const code = randomBytes(16).toString('hex')
    this.#byCode.set(code, profile)
    return code
  }

  tokenFor(code: string): Readonly<Record<string, string>> | undefined {
    const profile = this.#byCode.get(code)
    if (!profile) return undefined
    this.#byCode.delete(code)
    const [access_token, user_id] = [randomBytes(16).toString('hex'), randomBytes(4).toString('hex')]
    this.#byToken.set(`${access_token} ${user_id}`, profile)
    // `expires_in` is text, as the real one sends it.
    return { access_token, token_type: 'bearer', expires_in: '3600', refresh_token: 'none', user_id }
  }

  profile(token: string, userId: string): Profile | undefined {
    return this.#byToken.get(`${token} ${userId}`)
  }
}
