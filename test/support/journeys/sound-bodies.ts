import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Operation } from './operations'
import { crossing } from './wishes'
import type { Body } from './wrong-bodies'

export const person: Body = { surname: 'Полтавка', givenName: 'Наталка', patronymic: 'Іванівна' }
export const humanity: Body = { noticeRead: true, altcha: 'bm90aGluZw==', locale: 'uk' }
export const petitionBody = {
  communityId: crossing.communityId,
  hostId: crossing.hostId,
  title: crossing.title,
  text: crossing.text,
  topic: 'transport',
  wantsHearing: false,
}
const text = 'Обґрунтування рішення.'
const ceremony = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA'
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} }

/** For each operation a body whose form is right; none of them would be granted. */
export const SOUND: Readonly<Record<string, Body>> = {
  submitPetition: { ...petitionBody, author: { ...person, email: 'natalka@example.org' }, ...humanity },
  requestSignature: { person, email: 'natalka@example.org', ...humanity },
  confirmPetition: { token: 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA' },
  confirmSignature: { token: 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA' },
  requestSignIn: { email: 'nobody@example.org' },
  beginPasskey: { token: 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA' },
  addPasskey: {
    ceremony,
    response: { ...credential, response: { clientDataJSON: 'e30', attestationObject: 'AAAA' } },
  },
  openSession: {
    ceremony,
    response: {
      ...credential,
      response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
    },
  },
  putCalendar: {
    martialLaw: [{ from: '2022-03-24' }],
    transfers: [{ off: '2027-01-08', worked: '2027-01-16' }],
  },
  'staff-publish': {},
  'staff-reject': { ground: 'missing-essence', explanation: text },
  'staff-transfer': {},
  'staff-begin-consideration': {},
  'staff-order-draft': {},
  'staff-extend': { dueOn: '2027-03-01', reason: text, url: 'https://malva.example/hearing' },
  'staff-decide': { outcome: 'supported', text },
  'staff-announce': { statement: text },
  'staff-answer': { text, reasons: text },
  'staff-register-appeal': { registrationNumber: 'П-17', term: '15-days', reason: text },
  'staff-answer-appeal': { text },
  'staff-annul': { signatures: '17, 20-25', ground: 'automated', explanation: text, digest: 'A'.repeat(43) },
  previewAnnulment: { signatures: '17, 20-25', ground: 'automated', explanation: text },
  'staff-keep-consideration': { reason: text },
  'staff-resume-collection': { reason: text },
}
const OPTIONAL = [
  'wantsHearing',
  'topic',
  'locale',
  'person.patronymic',
  'author.patronymic',
  'url',
  'statement',
  'term',
]

const OPTIONAL_IN: Readonly<Record<string, readonly string[]>> = {
  beginPasskey: ['token'],
  openSession: ['response.response.userHandle'],
  'staff-register-appeal': ['reason'],
  'staff-annul': ['explanation'],
  previewAnnulment: ['explanation'],
}

/** Fields of an operation's body that may be left out. */
export function optionalIn(operation: Operation): readonly string[] {
  return [...OPTIONAL, ...(OPTIONAL_IN[operation.id] ?? [])]
}

/** The step of the statute behind an operation; undefined for those that are none. */
export function actionOf({ id }: Operation): StaffAction | undefined {
  return id.startsWith('staff-') ? (id.replace('staff-', '') as StaffAction) : undefined
}
