import type { DossierKind } from '../shared/http/dossier'
import type { ProviderLevel } from '../shared/identity/identified-person'
import type { Locale } from '../shared/locale'
import type { Status } from '../shared/petition/petition'
import { type ListQuery, listParameters } from '../shared/search/list-query'

/** What is done with a receiver of news at the desk. */
export const RECEIVER_CHANGES = [
  'add',
  'change',
  'rotate',
  'pause',
  'resume',
  'remove',
  'restore',
  'test',
  'again',
] as const
export type ReceiverChange = (typeof RECEIVER_CHANGES)[number]

/** Addresses of pages without their language, from the root of the site. */
export const paths = {
  home: '/',
  petitions: '/petitions',
  list,
  /** Where the form of a list leads. */
  search: '/petitions/search',
  petition: (id: string) => `/petitions/${id}`,
  sign: (id: string) => `/petitions/${id}/sign`,
  /** `page` counts from 1 and holds 256 names. */
  signers: (id: string, page = 1) => `/petitions/${id}/signers/${page}`,
  /** What is new (Atom). */
  petitionFeed: (id: string) => `/petitions/${id}/feed.atom`,
  communityFeed: (id: string) => `/communities/${id}/feed.atom`,
  /** A sheet to print and hang up. */
  poster: (id: string) => `/petitions/${id}/poster`,
  /** A picture with the petition's address to scan; the same in every language. */
  code: (id: string) => `/petitions/${id}/code.svg`,
  /** What messengers show beside a link, 1200 × 630. */
  shareImage: (id: string) => `/petitions/${id}/share.png`,
  /** Leads to a page of the list: `?page=` with a number or `last`. */
  signersJump: (id: string) => `/petitions/${id}/signers`,
  communities: '/communities',
  community: (id: string) => `/communities/${id}`,
  submit: (communityId: string, hostId: string) => `/communities/${communityId}/submit/${hostId}`,
  /** Checks a receipt or a petition's log in the reader's browser. */
  verify: '/verify',
  verifyPetition: (id: string) => `/verify?petition=${id}`,
  /** How others keep a copy of a log and check it every night. */
  mirror: '/mirror',
  about: '/about',
  /** An NGO's own page; its further pages hold more of its petitions. */
  host: (id: string, page = 1) => `/hosts/${id}${page > 1 ? `/page/${page}` : ''}`,
  /** The colours of an NGO as a stylesheet. */
  hostTheme: (id: string) => `/hosts/${id}/theme.css`,
  deskHosts: '/staff/hosts',
  deskHost: (id: string) => `/staff/hosts/${id}`,
  deskHostLogo: (id: string) => `/staff/hosts/${id}/logo`,
  /** Where an NGO composes the code of its widget. */
  embed: '/embed',
  /** A petition as other sites frame it. */
  embedded: (id: string) => `/embed/${id}`,
  privacy: '/privacy',
  /** Every part of the pages, for whoever makes a new one. */
  design: '/design',
  desk: '/staff',
  deskQueue,
  /** People and roles of one council or host, or of the first that the reader manages. */
  deskPeople: (scope?: string) =>
    scope ? `/staff/people?scope=${encodeURIComponent(scope)}` : '/staff/people',
  deskRole: (change: 'grant' | 'revoke' | 'restore') => `/staff/people/${change}`,
  /** Keys and receivers of one council or host, or of the first that the reader manages. */
  deskSystems: (scope?: string) =>
    scope ? `/staff/systems?scope=${encodeURIComponent(scope)}` : '/staff/systems',
  /** One receiver: its last messages, and what can be done with it. */
  deskReceiver: (scope: string, id: string) =>
    `/staff/systems/receiver?${new URLSearchParams({ scope, receiver: id })}`,
  deskReceivers: (change: ReceiverChange) => `/staff/systems/receivers/${change}`,
  deskKeys: (change: 'make' | 'rotate' | 'revoke') => `/staff/systems/keys/${change}`,
  /** A colleague who lost their keys may have another. */
  deskApproveKey: '/staff/people/approve-key',
  deskSettings: '/staff/settings',
  deskSettingsOf: (communityId: string) => `/staff/settings/${communityId}`,
  deskSettingsPlan: (communityId: string) => `/staff/settings/${communityId}/scheduled`,
  /** The reader's own passkeys and sessions. */
  deskSecurity: '/staff/security',
  deskSecurityStep: (step: 'rename' | 'remove' | 'end' | 'end-others') => `/staff/security/${step}`,
  deskSignIn: '/staff/sign-in',
  /** Where one goes to sign in by the provider of a council, and where one is back from it. */
  deskCouncil: (communityId: string) => `/staff/openid/${communityId}`,
  deskCouncilBack: (communityId: string) => `/staff/openid/${communityId}/callback`,
  deskEnter: '/staff/enter',
  deskSignOut: '/staff/sign-out',
  deskPetition: (id: string) => `/staff/petitions/${id}`,
  /** A petition's dossier as a file. */
  dossier: (id: string, kind: DossierKind) => `/staff/petitions/${id}/dossier.${kind}`,
  /** The private draft of an answer. */
  deskDraft: (id: string) => `/staff/petitions/${id}/draft`,
  /** What is unusual about a petition's signatures. */
  deskAnomalies: (id: string) => `/staff/petitions/${id}/anomalies`,
  deskResend: (id: string, noticeId: string) => `/staff/petitions/${id}/notices/${noticeId}/resend`,
  /** What staff did, as chosen; `.csv` of the same. */
  deskAudit: '/staff/audit',
  deskAuditTable: '/staff/audit.csv',
  deskNotices: '/staff/notices',
  deskHelp: '/staff/help',
  /** A form that was sent when the session had ended. */
  deskKept: '/staff/kept',
  deskAction: (id: string, action: string) => `/staff/petitions/${id}/${action}`,
  confirm: '/confirm',
  /** The receipt of a signature, by its public handle. */
  receipt: (signatureId: string) => `/receipt?id=${signatureId}`,
  receiptMail: '/receipt',
  /** Following a petition by mail, and ending that. */
  updates: '/updates',
  /** Signing by an identity provider. */
  identify: (level: ProviderLevel, petitionId: string) => `${identity(level)}/begin?petition=${petitionId}`,
  identifyBegin: (level: ProviderLevel) => `${identity(level)}/begin`,
  identifyBack: (level: ProviderLevel) => `${identity(level)}/callback`,
  identifyConfirm: '/identity/confirm',
  /** A resident's own page: signatures, news by mail, and what is held about them. */
  me: '/me',
  /** More of it: further petitions, or those of one community. */
  meAfter,
  meEnter: '/me/enter',
  /** To an identity provider, whose answer opens the page. */
  meIdentify: '/me/identify',
  meLeave: '/me/leave',
  meWithdraw: '/me/withdraw',
  meWithdrawal: (petitionId: string) => `/me/withdraw?petition=${petitionId}`,
  /** Ends news by mail; forgets addresses. */
  meUpdates: '/me/updates',
  meContacts: '/me/contacts',
  meData: '/me/data',
  meDataFile: '/me/data.json',
  meErase: '/me/erase',
  author: '/author',
  /** A fresh link to the author's page. */
  authorLink: '/author/link',
} as const

/**
 * A list of petitions: a file for the newest of everywhere or of one community, of any status or of one; the rest of
 * them, other orders, topics and words are found under an address that holds them.
 */
function list(query: ListQuery): string {
  const { community, status, ...further } = query
  const parameters = listParameters(further)
  if (parameters !== '') return `/petitions/search?${listParameters(query)}`
  const base = community ? `/communities/${community}/petitions` : '/petitions'
  return status ? `${base}/status/${status}` : base
}

function meAfter({
  community,
  after,
}: {
  community?: string | undefined
  after?: string | undefined
}): string {
  const query = new URLSearchParams({ ...(community && { community }), ...(after && { after }) })
  return query.size > 0 ? `/me?${query}` : '/me'
}

/** The queue of the desk as it was chosen: whose tasks, of which community, role and status, its pages from 1. */
function deskQueue(chosen: {
  tasks?: 'mine' | 'all'
  community?: string | undefined
  role?: string | undefined
  status?: Status | undefined
  page?: number
}): string {
  const { tasks, community, role, status, page = 1 } = chosen
  const query = new URLSearchParams({
    ...(tasks === 'all' && { tasks }),
    ...(community && { community }),
    ...(role && { role }),
    ...(status && { status }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `/staff?${query}` : '/staff'
}

function identity(level: ProviderLevel): string {
  return `/identity/${level}`
}

/** Where a provider sends browsers back to, in whichever language they came. @param publicUrl address of the site */
export function addressOfCallback(publicUrl: string, level: ProviderLevel): string {
  return `${publicUrl}${identity(level)}/callback`
}

/** A page's address in one language: Ukrainian without a prefix, English under `/en`. */
export function href(locale: Locale, path: string): string {
  if (locale === 'uk') return path
  return path === '/' ? '/en/' : `/en${path}`
}

/** Key of the object that holds a page: `petitions/x/index.html`, `en/index.html`. */
export function objectKey(locale: Locale, path: string): string {
  return `${href(locale, path)}/index.html`.replace(/\/{2,}/g, '/').slice(1)
}

/** A page's address with its query, e.g. the token of a mailed link. */
export function withToken(path: string, token: string): string {
  return `${path}?token=${encodeURIComponent(token)}`
}

/** Where a council's provider sends staff back to, as it is registered there. */
export function addressOfCouncilCallback(publicUrl: string, communityId: string): string {
  return `${publicUrl}${paths.deskCouncilBack(communityId)}`
}
