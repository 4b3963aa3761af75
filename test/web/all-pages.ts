import { addDays } from '../../shared/calendar/day'
import { UKRAINE } from '../../shared/calendar/ukraine'
import { punctualityOf } from '../../shared/community/punctuality'
import { statisticsOf } from '../../shared/community/statistics'
import type { Locale } from '../../shared/locale'
import { type DaysView, NO_DAYS } from '../../shared/log/days'
import type { PetitionView } from '../../shared/petition/view'
import { workedExample } from '../../shared/petition/worked-example'
import { AboutPage } from '../../web/pages/about'
import { AuthorPage } from '../../web/pages/author'
import { AuthorLinkPage } from '../../web/pages/author/link'
import { WithdrawnPage } from '../../web/pages/author/withdrawn'
import { ClosedPage } from '../../web/pages/closed'
import { CommunitiesPage } from '../../web/pages/communities'
import { CommunityPage } from '../../web/pages/community'
import { ConfirmPage } from '../../web/pages/confirm'
import { DesignPage } from '../../web/pages/design'
import { EmbedCodePage } from '../../web/pages/embed/code'
import { EmbeddedPetitionPage } from '../../web/pages/embed/petition'
import { HomePage } from '../../web/pages/home'
import { LinkExpiredPage, LinkRenewedPage } from '../../web/pages/link-expired'
import { ListPage } from '../../web/pages/list'
import { MirrorPage } from '../../web/pages/mirror'
import { NotFoundPage } from '../../web/pages/not-found'
import { PetitionPage } from '../../web/pages/petition'
import { PosterPage } from '../../web/pages/poster'
import { PrivacyPage } from '../../web/pages/privacy'
import { ProblemPage } from '../../web/pages/problem'
import { ReceiptPage } from '../../web/pages/receipt'
import { SignPage } from '../../web/pages/sign'
import { SignedPage } from '../../web/pages/signed'
import { SignersPage } from '../../web/pages/signers'
import { SubmittedPage } from '../../web/pages/submitted'
import { LostUpdatesPage, UpdatesPage } from '../../web/pages/updates'
import { VerifyPage } from '../../web/pages/verify'
import { anomalyPages } from './anomaly-pages'
import { auditPages } from './audit-pages'
import { deskPagesWith, plainDeskPages } from './desk-pages'
import { council, everyPetition, HOSTILE, kalynivka, NOW, ngo, petitionIn, TODAY } from './fixtures'
import { hostDeskPages, hostPages } from './host-pages'
import { identityPages } from './identity-pages'
import { officePages } from './office-pages'
import { residentPages } from './resident-pages'
import { submitPages } from './submit-pages'
import { systemsPages } from './systems-pages'

/** A site with a key; nothing here is signed by it. */
const verifying = {
  publicUrl: 'https://petitions.example',
  verifierKey: 'petitions.example/log+a7f0d2b5+AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g',
}

/** Somebody signed on each day of the term so far, and some signatures were annulled. */
export function daysWith(count: number): DaysView {
  const days = Array.from({ length: 41 }, (_, n) => ({
    day: addDays('2026-04-10', n),
    signed: Math.floor(count / 41) + ((n * 7) % 5),
    annulled: n === 30 ? 4 : 0,
  }))
  return count === 0 ? NO_DAYS : { size: count, days }
}

const foundWith = (petitions: readonly PetitionView[]) => ({
  petitions,
  total: petitions.length,
  page: 1,
  pages: 1,
  unfiltered: petitions.length,
})

/** A council that met most of its terms, and one that owed nothing yet. */
const record = {
  statistics: {
    ...{
      petitions: 1_240,
      signatures: 61_002,
      reached: 41,
      fellShort: 120,
      answered: 38,
      answeredInTime: 30,
    },
    byStatus: { collecting: 12, answered: 38 },
  },
  punctuality: {
    ...{ met: 240, late: 12, overdue: 3, open: 2, medianWorkingDays: 1.5 },
    rules: [
      { rule: 'R2', met: 200, late: 1, overdue: 0, open: 2, medianWorkingDays: 1 },
      { rule: 'R8', met: 30, late: 0, overdue: 0, open: 0, medianWorkingDays: 0 },
      { rule: 'R13', met: 10, late: 11, overdue: 3, open: 0, medianWorkingDays: 9.5 },
    ],
  },
}
const NOTHING_YET = { statistics: statisticsOf([], []), punctuality: punctualityOf([], UKRAINE, NOW) }

/** Every page in one language with one petition on it, by name. */
export function pagesWith(locale: Locale, petition: PetitionView): Record<string, string> {
  const { author: person, title } = petition
  const signers = [{ index: 0, name: person.surname, date: TODAY, annulled: true as const }]
  const pages = {
    petition: PetitionPage({
      locale,
      petition,
      today: TODAY,
      stamped: { size: 5, at: NOW, authority: HOSTILE },
      days: daysWith(petition.count),
    }),
    poster: PosterPage({ locale, petition }),
    sign: SignPage({ locale, petition }),
    'embed-code': EmbedCodePage({
      ...{ locale, publicUrl: verifying.publicUrl, q: '', petitions: [] },
      chosen: { petition, lang: locale, theme: 'dark', size: 'compact' },
    }),
    'embed-found': EmbedCodePage({ locale, publicUrl: verifying.publicUrl, q: title, petitions: [petition] }),
    framed: EmbeddedPetitionPage({ locale, petition, today: TODAY }),
    signers: SignersPage({ locale, petition, signers, page: 2, pages: 3 }),
    author: AuthorPage({ locale, petition, token: 't"k', email: 'a"b@example.org' }),
    'author-withdraw': AuthorPage({ locale, petition, token: 't"k', email: 'a', askWithdraw: true }),
    withdrawn: WithdrawnPage({ locale, petition, token: 't"k', email: 'a' }),
    submitted: SubmittedPage({ locale, petition, again: false, token: 't"k' }),
    'submitted-again': SubmittedPage({ locale, petition, again: true, token: 't"k' }),
    confirm: ConfirmPage({ locale, kind: 'sign', title, person: person as never, token: 't"k' }),
    'confirm-submit': ConfirmPage({ locale, kind: 'submit', title, token: 't"k' }),
    ...signingPages(locale, petition),
    receipt: ReceiptPage({ locale, petition, id: 'a.b' }),
    'receipt-ready': ReceiptPage({
      locale,
      petition,
      id: 'a.b',
      index: 16,
      annulled: 'duplicate',
      mailed: true,
    }),
    'receipt-annulled': ReceiptPage({ locale, petition, id: 'a.b', index: 16, annulled: 'unheard-of' }),
    home: HomePage({
      locale,
      communities: [kalynivka],
      ...record,
      newest: [petition],
      nearThreshold: [petition],
      answered: [petition],
    }),
    list: ListPage({ locale, query: {}, found: foundWith([petition]), communities: [kalynivka] }),
    'list-filtered': ListPage({
      locale,
      query: {
        community: 'kalynivka',
        status: 'answered',
        topic: 'transport',
        sort: 'nearest',
        q: petition.title.slice(0, 200),
        page: 2,
      },
      found: {
        ...foundWith([petition]),
        total: 45,
        page: 2,
        pages: 3,
        instead: petition.title,
        partly: true,
      },
      communities: [kalynivka],
      ignored: ['sort', 'page'],
    }),
    'list-nothing': ListPage({
      locale,
      query: { community: 'kalynivka', status: 'answered', q: petition.title.slice(0, 200) },
      found: { ...foundWith([]), unfiltered: 2 },
      communities: [kalynivka],
    }),
    'list-empty': ListPage({ locale, query: {}, found: foundWith([]), communities: [] }),
    community: CommunityPage({
      locale,
      community: kalynivka,
      hosts: [council, ngo],
      petitions: [petition],
      ...record,
    }),
    ...deskPagesWith(locale, petition),
  }
  return written(pages)
}

/** What a signer meets behind mailed links. */
function signingPages(locale: Locale, petition: PetitionView) {
  const token = 't"k'
  const receipt = { id: 'a.b', token }
  const signed = { locale, petition, confirmedAt: NOW, receipt, publicUrl: verifying.publicUrl }
  const updates = { locale, petition, token }
  return {
    result: SignedPage({ ...signed, again: false, following: false }),
    'result-again': SignedPage({
      ...signed,
      receipt: { ...receipt, index: 16, annulled: 'duplicate' },
      again: true,
      following: true,
    }),
    closed: ClosedPage({ locale, petition, code: 'collection-ended' }),
    'link-expired': LinkExpiredPage({ locale, petition, token }),
    'link-renewed': LinkRenewedPage({ locale, petition }),
    'updates-on': UpdatesPage({ ...updates, following: true }),
    'updates-off': UpdatesPage({ ...updates, following: false }),
    'updates-started': UpdatesPage({ ...updates, following: true, changed: true }),
    'updates-stopped': UpdatesPage({ ...updates, following: false, changed: true }),
  }
}

/** Pages that show no petition, by name. */
export function plainPages(locale: Locale): Record<string, string> {
  const problem = {
    status: 410,
    code: 'token-expired',
    title: 'Строк дії посилання минув',
    detail: 'Ще раз.',
  }
  return written({
    about: AboutPage({
      locale,
      settings: kalynivka.settings,
      example: workedExample(TODAY, kalynivka, UKRAINE),
    }),
    privacy: PrivacyPage({ locale }),
    design: DesignPage({ locale }),
    verify: VerifyPage({ locale, ...verifying }),
    mirror: MirrorPage({ locale, ...verifying }),
    'home-empty': HomePage({
      locale,
      communities: [],
      ...NOTHING_YET,
      ...{ newest: [], nearThreshold: [], answered: [] },
    }),
    'community-new': CommunityPage({
      locale,
      community: kalynivka,
      hosts: [],
      petitions: [],
      ...NOTHING_YET,
    }),
    communities: CommunitiesPage({ locale, communities: [kalynivka] }),
    ...submitPages(locale),
    ...residentPages(locale),
    'author-link': AuthorLinkPage({ locale }),
    'author-link-wrong': AuthorLinkPage({
      locale,
      typed: { email: 'x' },
      errors: [{ field: 'email', message: 'Перевірте.' }],
    }),
    'author-link-expired': AuthorLinkPage({ locale, token: 't"k' }),
    'author-link-broken': AuthorLinkPage({ locale, broken: true }),
    'author-link-sent': AuthorLinkPage({ locale, sent: true }),
    'embed-nothing': EmbedCodePage({ locale, publicUrl: verifying.publicUrl, q: 'міст', petitions: [] }),
    'embed-empty': EmbedCodePage({ locale, publicUrl: verifying.publicUrl, q: '', petitions: [] }),
    ...hostPages(locale),
    ...identityPages(locale),
    ...hostDeskPages(locale),
    problem: ProblemPage({ locale, problem }),
    'problem-other': ProblemPage({ locale, problem: { ...problem, code: 'internal' } }),
    'not-found': NotFoundPage({ locale }),
    ...plainDeskPages(locale),
    ...officePages(locale),
    ...systemsPages(locale),
    ...auditPages(locale),
    ...anomalyPages(locale),
    'updates-lost': LostUpdatesPage({ locale }),
  })
}

/** Every page with a petition in every status. */
export function everyPage(locale: Locale): Record<string, string> {
  const byStatus = everyPetition.map((petition) =>
    Object.fromEntries(
      Object.entries(pagesWith(locale, petition)).map(([name, html]) => [`${name} ${petition.status}`, html]),
    ),
  )
  return Object.assign({}, ...byStatus, plainPages(locale))
}

export const petitionPage = (locale: Locale) =>
  String(PetitionPage({ locale, petition: petitionIn('collecting'), today: TODAY }))

function written(pages: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, String(page)]))
}
