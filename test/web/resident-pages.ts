import type { Locale } from '../../shared/locale'
import { erasurePlan } from '../../shared/resident/erasure'
import { type HeldSignature, type Holdings, NOTHING } from '../../shared/resident/holdings'
import type { PetitionPlace } from '../../shared/resident/place'
import { AskedPage, AskPage } from '../../web/pages/me/ask'
import { DataPage } from '../../web/pages/me/data'
import { EnterPage } from '../../web/pages/me/enter'
import { ErasedPage, ErasePage } from '../../web/pages/me/erase'
import { OverviewPage } from '../../web/pages/me/overview'
import { WithdrawPage } from '../../web/pages/me/withdraw'
import { HOSTILE, kalynivka, NOW } from './fixtures'

const place: PetitionPlace = {
  id: '4k2m9x7qbd',
  number: 17,
  title: HOSTILE,
  communityId: 'kalynivka',
  status: 'collecting',
  settings: { ...kalynivka.settings, withdrawal: 'while-collecting' },
  logOrigin: 'petitions.example/log/4k2m9x7qbd',
  submittedAt: '2026-04-08T09:00:00.000Z',
  publishedAt: '2026-04-10T09:00:00.000Z',
  closesAt: '2026-06-09T20:59:59.999Z',
  keepUntil: '2029-04-10T20:59:59.999Z',
}
const { publishedAt: _published, ...unpublished } = place

const signed: HeldSignature = {
  petition: place,
  key: { petitionId: place.id, personKey: 'k'.repeat(43) },
  person: { surname: HOSTILE, givenName: 'Оксана', patronymic: 'Миколаївна' },
  confirmedAt: '2026-04-11T09:00:00.000Z',
  level: 'email',
  index: 16,
  contact: true,
  count: 1234,
}
const { index: _index, ...waiting } = signed
const { person: _person, ...nameless } = signed
const withdrawn = {
  ...signed,
  annulment: { ground: 'withdrawn-by-signer', at: '2026-04-12T09:00:00.000Z', inLog: true },
}

const held: Holdings = {
  signatures: [
    signed,
    { ...waiting, contact: false },
    { ...withdrawn, annulment: { ...withdrawn.annulment, inLog: false } },
    { ...nameless, annulment: withdrawn.annulment },
    { ...signed, annulment: { ...withdrawn.annulment, ground: 'unheard-of' } },
  ],
  follows: [
    { petition: place, since: NOW },
    { petition: { ...place, id: 'other' }, since: NOW },
  ],
  authored: [place, { ...unpublished, status: 'moderation' }],
}

/** A resident's own pages in every state, by name. */
export function residentPages(locale: Locale) {
  const owner = { locale, csrf: 't"k', email: 'o"b@example.org' }
  const mine = { ...owner, communities: [kalynivka, { ...kalynivka, id: 'b' }], searched: 500, now: NOW }
  const asked = { ...owner, signature: signed }
  const plan = erasurePlan(held)
  const nothing = erasurePlan(NOTHING)
  return {
    'me-ask': AskPage({ locale, providers: ['openid', 'id-gov-ua'] }),
    'me-ask-wrong': AskPage({ locale, typed: 'x"', errors: [{ field: 'email', message: 'Перевірте.' }] }),
    'me-ask-expired': AskPage({ locale, reason: 'expired' }),
    'me-asked': AskedPage({ locale }),
    'me-enter': EnterPage({ locale, token: 't"k' }),
    me: OverviewPage({ ...mine, held, next: 'aB', community: 'b' }),
    'me-nothing': OverviewPage({ ...mine, held: NOTHING, done: 'stopped' }),
    'me-provider': OverviewPage({ ...mine, email: undefined, held, done: 'forgotten' }),
    'me-withdraw': WithdrawPage({ ...asked, answer: 'open' }),
    'me-withdraw-wait': WithdrawPage({ ...asked, answer: 'not-in-log' }),
    'me-withdraw-never': WithdrawPage({ ...asked, answer: 'not-offered' }),
    'me-withdraw-over': WithdrawPage({ ...asked, answer: 'over' }),
    'me-withdraw-annulled': WithdrawPage({ ...asked, answer: 'annulled' }),
    'me-withdrawn': WithdrawPage({ ...asked, answer: 'annulled', done: true }),
    'me-data': DataPage({ ...mine, held, next: 'aB' }),
    'me-data-nothing': DataPage({ ...mine, held: NOTHING }),
    'me-erase': ErasePage({ ...owner, plan, next: 'aB' }),
    'me-erase-nothing': ErasePage({ ...owner, plan: nothing }),
    'me-erased': ErasedPage({ ...owner, plan }),
    'me-erased-partly': ErasedPage({ ...owner, plan: nothing, next: 'aB' }),
  }
}
