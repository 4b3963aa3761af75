import type { Community, Host } from '../../shared/community/settings'
import { ANNULMENT_GROUNDS } from '../../shared/log/annulment'
import { STATUSES, type Status } from '../../shared/petition/petition'
import { itemOf, ruleOf } from '../../shared/petition/rules'
import type { DeadlineView, PetitionSummary, PetitionView } from '../../shared/petition/view'

export const NOW = '2026-05-20T09:00:00.000Z'
export const TODAY = '2026-05-20'

/** A text that would do harm if it were not shown as text. */
export const HOSTILE = `<img src=x onerror="alert(1)"><script>alert('2')</script>" onmouseover='3' & </textarea>`

export const kalynivka: Community = {
  id: 'kalynivka',
  name: { uk: 'Калинівська громада', en: 'Kalynivka community' },
  council: { uk: 'Калинівська міська рада', en: 'Kalynivka City Council' },
  email: 'rada@kalynivka.example',
  phone: '+380 44 000 00 00',
  address: { uk: 'вул. Шевченка, 1, Калинівка', en: '1 Shevchenka Street, Kalynivka' },
  people: [
    { role: 'head', name: 'Возний Іван', email: 'head@kalynivka.example' },
    { role: 'moderation', phone: '+380 44 000 00 01' },
  ],
  settings: {
    threshold: 250,
    collection: { unit: 'calendar-days', count: 60 },
    publicationDayCounts: false,
    consideration: { unit: 'working-days', count: 10 },
    draftDecision: { unit: 'working-days', count: 5 },
    identities: ['email'],
    retentionYears: 3,
  },
  source: {
    uk: 'Статут громади, додаток 4',
    en: 'Statute of the community, Annex 4',
    url: 'https://kalynivka.example/statut',
  },
  demo: true,
}

export const council: Host = {
  id: 'kalynivka-rada',
  kind: 'council',
  name: kalynivka.council,
  email: kalynivka.email,
  communities: ['kalynivka'],
}

export const ngo: Host = {
  id: 'hromada-online',
  kind: 'ngo',
  name: { uk: 'ГО «Громада онлайн»', en: 'NGO “Hromada Online”' },
  email: 'info@hromada.example',
  communities: ['kalynivka'],
}

export function deadline(rule: string, over: Partial<DeadlineView> = {}): DeadlineView {
  const { title, actor, item } = ruleOf(rule)
  return {
    rule,
    title,
    actor,
    source: item,
    openedAt: '2026-05-18T08:00:00.000Z',
    due: '2026-05-22T20:59:59.999Z',
    status: 'open',
    workingDaysLeft: 2,
    ...over,
  }
}

export const summary: PetitionSummary = {
  id: '4k2m9x7qbd',
  number: 12,
  title: 'Облаштувати безпечний пішохідний перехід біля школи № 3 на вулиці Шевченка',
  locale: 'uk',
  status: 'collecting',
  community: { id: 'kalynivka', name: kalynivka.name, council: kalynivka.council, demo: true },
  host: { id: council.id, kind: 'council', name: council.name },
  author: { surname: 'Шевченко', givenName: 'Оксана', patronymic: 'Миколаївна' },
  threshold: 250,
  count: 132,
  submittedAt: '2026-04-09T12:10:00.000Z',
  publishedAt: '2026-04-10T08:30:00.000Z',
  closesOn: '2026-06-09',
}

const collecting: PetitionView = {
  ...summary,
  text: [
    'Щоранку понад двісті дітей переходять вулицю Шевченка біля школи № 3. Розмітки немає вже другий рік, найближчий перехід — за чотириста метрів.',
    'Просимо:\n1) нанести розмітку та встановити знаки;\n2) облаштувати острівець безпеки;\n3) поставити ліхтар.',
    'За останній рік тут сталося три дорожньо-транспортні пригоди. Чекати четвертої не можна.',
  ].join('\n\n'),
  wantsHearing: true,
  collection: kalynivka.settings.collection,
  consideration: kalynivka.settings.consideration,
  closesAt: '2026-06-09T20:59:59.999Z',
  signable: true,
  identities: ['email'],
  deadlines: [
    deadline('R2', { status: 'met', metAt: '2026-04-10T08:30:00.000Z', due: '2026-04-13T20:59:59.999Z' }),
  ],
  events: [
    {
      seq: 1,
      type: 'submitted',
      at: '2026-04-09T12:10:00.000Z',
      by: 'author',
      rules: ['R1'],
      data: {},
    },
    {
      seq: 2,
      type: 'published',
      at: '2026-04-10T08:30:00.000Z',
      by: 'moderator',
      rules: ['R4', 'R2'],
      data: { closesOn: '2026-06-09' },
    },
  ],
  annulments: [],
  notices: [
    {
      id: '2-published-author',
      kind: 'published',
      to: 'author',
      rule: 'R4',
      event: 2,
      status: 'sent',
      createdAt: '2026-04-10T08:30:00.000Z',
      sentAt: '2026-04-10T08:30:04.000Z',
      attempts: 2,
      messageId: '<4k2m9x7qbd.2-published-author@viche.example>',
    },
  ],
}

const met = deadline('R10', { status: 'met', metAt: '2026-05-19T10:00:00.000Z' })
const reached = { ...collecting, count: 261, thresholdReachedAt: '2026-05-18T08:00:00.000Z' }
const { publishedAt: _1, closesOn: _2, closesAt: _3, ...unpublished } = collecting
const ended = { ...reached, signable: false }

const decided: PetitionView = {
  ...ended,
  outcome: 'supported',
  hearing: {
    dueOn: '2026-06-12',
    reason: 'Слухання призначено на 10 червня.',
    url: 'https://kalynivka.example/h',
  },
  decision: { at: '2026-05-19T13:00:00.000Z', text: 'Підтримати петицію та доручити роботи управлінню.' },
  announcement: { at: '2026-05-19T14:00:00.000Z', statement: 'Дякую всім, хто підписав.' },
}

/** After an annulment fewer than N are left, and staff have not decided yet. */
const belowThreshold = {
  count: 246,
  annulments: [
    {
      at: NOW,
      ground: 'automated',
      text: ANNULMENT_GROUNDS.automated,
      item: itemOf(ANNULMENT_GROUNDS.automated.item),
      number: 4,
      entries: [
        { from: 250, to: 252 },
        { from: 254, to: 254 },
      ],
    },
  ],
  shortfall: { since: NOW, count: 246 },
} satisfies Partial<PetitionView>

const byStatus: Record<Status, PetitionView> = {
  moderation: {
    ...unpublished,
    status: 'moderation',
    signable: false,
    count: 0,
    deadlines: [deadline('R2', { workingDaysLeft: 0 })],
  },
  refused: {
    ...unpublished,
    status: 'refused',
    signable: false,
    count: 0,
    refusal: {
      ground: 'missing-essence',
      item: 'п. 3',
      text: {
        uk: 'у петиції не викладено суть звернення',
        en: 'the petition does not state what it asks for',
      },
      explanation: 'Додайте, що саме просите зробити.',
      at: NOW,
    },
  },
  collecting,
  'threshold-reached': {
    ...reached,
    status: 'threshold-reached',
    ...belowThreshold,
    deadlines: [
      deadline('R10'),
      deadline('R12', { status: 'overdue', due: '2026-05-19T20:59:59.999Z', daysLate: 1 }),
    ],
  },
  consideration: {
    ...ended,
    status: 'consideration',
    deadlines: [
      met,
      deadline('R12', { status: 'met-late', due: '2026-05-18T20:59:59.999Z', metAt: NOW, daysLate: 2 }),
      deadline('R13', {
        workingDaysLeft: 8,
        due: '2026-06-12T20:59:59.999Z',
        extension: { from: '2026-06-02T20:59:59.999Z', reason: 'Громадські слухання 10 червня.' },
      }),
      deadline('R14', { strictDue: '2026-05-21T20:59:59.999Z' }),
    ],
    hearing: decided.hearing,
  },
  answered: {
    ...decided,
    status: 'answered',
    deadlines: [met, deadline('R18', { status: 'met', metAt: '2026-05-20T08:00:00.000Z' })],
    answer: {
      at: '2026-05-20T08:00:00.000Z',
      text: 'Перехід облаштують до 1 вересня 2026 року.',
      reasons: 'Кошти передбачено програмою безпеки руху. Обстеження підтвердило потребу в острівці безпеки.',
    },
  },
  appeal: {
    ...collecting,
    status: 'appeal',
    signable: false,
    closesOn: '2026-05-10',
    deadlines: [deadline('R8', { workingDaysLeft: 15, due: '2026-06-11T20:59:59.999Z' })],
    appeal: {
      since: '2026-05-10T21:00:00.000Z',
      count: 132,
      registrationNumber: 'Ш-118',
      answeredAt: NOW,
      answer: 'Розмітку нанесуть у червні.',
    },
  },
  withdrawn: {
    ...collecting,
    status: 'withdrawn',
    signable: false,
    withdrawnAt: NOW,
    deadlines: [deadline('R2', { status: 'dropped' })],
  },
  archived: { ...ended, status: 'archived', archivedAt: '2029-05-20T00:00:00.000Z' },
}

/** The petition in one state of its life. */
export function petitionIn(status: Status): PetitionView {
  return byStatus[status]
}

export const everyPetition: readonly PetitionView[] = STATUSES.map(petitionIn)

/** Every text that people write is hostile in this one, and every part of the page is filled. */
export const hostilePetition: PetitionView = {
  ...petitionIn('answered'),
  title: HOSTILE,
  text: `${HOSTILE}\n\n${HOSTILE}\n${HOSTILE}`,
  author: { surname: HOSTILE, givenName: HOSTILE, patronymic: HOSTILE },
  refusal: { ...petitionIn('refused').refusal!, explanation: HOSTILE },
  hearing: { dueOn: '2026-06-12', reason: HOSTILE, url: 'https://a.example/?"><script>' },
  decision: { at: NOW, text: HOSTILE },
  announcement: { at: NOW, statement: HOSTILE },
  answer: { at: NOW, text: HOSTILE, reasons: HOSTILE },
  appeal: { since: NOW, count: 1, registrationNumber: HOSTILE, answeredAt: NOW, answer: HOSTILE },
  deadlines: [deadline('R13', { extension: { from: NOW, reason: HOSTILE } })],
  events: [
    {
      seq: 1,
      type: 'extended',
      at: NOW,
      by: 'head',
      rules: [],
      data: { reason: HOSTILE, dueOn: '2026-06-12', registrationNumber: HOSTILE },
    },
  ],
  notices: [{ ...collecting.notices[0]!, messageId: HOSTILE }],
}

const LONG = 'Рентгеноелектрокардіографічнодезоксирибонуклеїновокислотний'

function petitionSaying(words: string): PetitionView {
  return {
    ...petitionIn('answered'),
    title: words,
    text: `${words}\n\n${words}`,
    author: { surname: words, givenName: words },
    decision: { at: NOW, text: words },
    announcement: { at: NOW, statement: words },
    answer: { at: NOW, text: words, reasons: words },
  }
}

/** What people write and no layout expects, every part of the page filled with it. */
export const unwieldyPetitions: Readonly<Record<string, PetitionView>> = {
  'with a word without end': petitionSaying(
    `${LONG.repeat(3)} https://kalynivka.example/${'шлях'.repeat(40)}`,
  ),
  'from right to left': petitionSaying('נא לתקן את המדרכה ليس هناك رصيف آمن ברחוב שבצ׳נקו №\u00a03'),
  'with emoji': petitionSaying('🚸'.repeat(60)),
}
