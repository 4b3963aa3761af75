import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { SoftwareAuthenticator } from '../support/journeys/software-authenticator'
import { expectStatus, payload, prove, type Town } from './town'

/** A petition that collects signatures. */
export interface Campaign {
  readonly petitionId: string
  readonly threshold: number
  /** A token of another purpose: the one with which the author confirmed the petition. */
  readonly authorToken: string
}

const COMMUNITY = 'kyiv'
const MODERATOR = `moderator@${COMMUNITY}.example`
const AUTHOR = { surname: 'Кобилянська', givenName: 'Ольга', patronymic: 'Юліанівна' }
const PETITION = {
  title: 'Зробити набережну доступною для всіх',
  text: 'Просимо облаштувати на набережній пандуси, тактильну плитку та зупинки, до яких можна дістатися на кріслі колісному.',
}

/** An author submits a petition and confirms it by mail; the moderator signs in by mail and publishes it. */
export async function startCampaign(town: Town, run: string): Promise<Campaign> {
  const authorToken = await submit(town, `author.${run}@replay.example`)
  const confirmed = await town.site.ask('/api/v1/petitions/confirm', { body: { token: authorToken } })
  const { id } = expectStatus(confirmed, 201).body as { id: string }
  const cookie = await signIn(town)
  expectStatus(await town.site.ask(`/api/v1/staff/petitions/${id}/publish`, { body: {}, cookie }), 200)
  const petition = expectStatus(await town.site.ask(`/api/v1/petitions/${id}`), 200)
  const { threshold } = petition.body as { threshold: number }
  return { petitionId: id, threshold, authorToken }
}

async function submit(town: Town, email: string): Promise<string> {
  const proof = await prove(town, { purpose: 'submit', email })
  const token = town.post.token(email)
  const body = {
    ...PETITION,
    communityId: COMMUNITY,
    hostId: `${COMMUNITY}-council`,
    author: { ...AUTHOR, email },
    noticeRead: true,
    altcha: payload(proof),
  }
  expectStatus(await town.site.ask('/api/v1/petitions', { body }), 202)
  return token
}

async function signIn(town: Town): Promise<string | undefined> {
  const mailed = town.post.token(MODERATOR)
  expectStatus(await town.site.ask('/api/v1/staff/sign-in', { body: { email: MODERATOR } }), 202)
  const token = await mailed
  const begun = expectStatus(await town.site.ask('/api/v1/staff/passkeys/options', { body: { token } }), 200)
  const { ceremony, options } = begun.body as {
    ceremony: string
    options: PublicKeyCredentialCreationOptionsJSON
  }
  const response = new SoftwareAuthenticator(town.site.url).create(options)
  const added = await town.site.ask('/api/v1/staff/passkeys', { body: { ceremony, response } })
  return expectStatus(added, 201).cookie
}
