import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { PersonName } from '../../../shared/signing/person-name'
import type { Answer } from './answer'
import { textOf } from './form'
import type { Site } from './site'

/** What an author wants of a council. */
export interface Wish {
  readonly communityId: string
  readonly hostId: string
  readonly title: string
  readonly text: string
  readonly wantsHearing?: boolean
}

export interface SignatureAnswer {
  readonly id: string
  readonly petitionId: string
  readonly confirmedAt: string
}

/** Somebody who lives in the community, with a mailbox of their own. */
export class Resident {
  readonly name: PersonName
  readonly email: string
  readonly #site: Site
  readonly #typing: () => Promise<unknown>

  /** @param typing how long filling in a form takes, where the site minds */
  constructor(
    site: Site,
    name: PersonName,
    email: string,
    typing: () => Promise<unknown> = async () => undefined,
  ) {
    this.#site = site
    this.name = name
    this.email = email
    this.#typing = typing
  }

  /** Sends the form of a new petition; the mail to confirm follows. */
  async asksToSubmit(wish: Wish): Promise<Answer> {
    const altcha = await this.solves({ purpose: 'submit' })
    const author = { ...this.name, email: this.email }
    return this.#site.post('/api/v1/petitions', { ...wish, author, noticeRead: true, altcha })
  }

  /** Sends the form and presses the button behind the mailed link. @returns the petition's id */
  async submits(wish: Wish): Promise<string> {
    let id = ''
    const mail = await this.#site.mailAfter(this.email, 'Підтвердьте подання', async () => {
      id = (await this.asksToSubmit(wish)).accepted<{ id: string }>().id
    })
    await this.#site.press(await this.opensLink(mail.links[0]!), 'Так, подаю петицію')
    return id
  }

  /** Sends the form to sign; the mail to confirm follows. */
  async asksToSign(petitionId: string): Promise<Answer> {
    const altcha = await this.solves({ purpose: 'sign', petition: petitionId })
    const body = { person: this.name, email: this.email, noticeRead: true, altcha }
    return this.#site.post(`/api/v1/petitions/${petitionId}/signatures`, body)
  }

  /** The token of the mail that asks to confirm a signature. */
  async tokenToSign(petitionId: string): Promise<string> {
    const { links } = await this.#site.mailAfter(this.email, 'Підтвердьте підпис', async () => {
      ;(await this.asksToSign(petitionId)).accepted()
    })
    return tokenOf(links[0])
  }

  /** The newest link mailed about something. */
  async linkTo(about: string): Promise<string> {
    const { links } = await this.#site.mail(this.email, about)
    if (!links[0]) throw new Error(`no link in the mail to ${this.email}`)
    return links[0]
  }

  /** The link to the author's own page, as the notice of submission carries it. */
  async linkToOwnPage(title: string): Promise<string> {
    const { links } = await this.#site.mail(this.email, `подано: ${title}`)
    const own = links.find((link) => link.includes('/author?token='))
    if (!own) throw new Error(`no link to the author’s page: ${links}`)
    return own
  }

  async opensLink(link: string): Promise<Answer> {
    return this.#site.get(link)
  }

  /** Confirms with the token of a mail: 201 for a new signature, 200 for one that stands. */
  async confirms(token: string): Promise<Answer> {
    return this.#site.post('/api/v1/signatures/confirm', { token })
  }

  /** From the form to the counted signature. */
  async signs(petitionId: string): Promise<SignatureAnswer> {
    return (await this.confirms(await this.tokenToSign(petitionId))).accepted<SignatureAnswer>()
  }

  /** Reads a page as a visitor. */
  async reads(path: string): Promise<string> {
    return textOf((await this.#site.get(path)).text)
  }

  /** Asks for a proof of work and does it, as the form's script does. */
  async solves(what: { purpose: 'sign' | 'submit'; petition?: string }): Promise<string> {
    const query = new URLSearchParams({ ...what, email: this.email })
    const challenge = (await this.#site.get(`/api/v1/challenges?${query}`)).accepted<Challenge>()
    const solution = await solveChallenge({ challenge, deriveKey })
    await this.#typing()
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }
}

/** The token in a mailed link. @throws Error where there is none */
export function tokenOf(link: string | undefined): string {
  const token = new URL(link ?? 'http://none').searchParams.get('token')
  if (!token) throw new Error(`no token in ${link}`)
  return token
}
