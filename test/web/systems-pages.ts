import type { Locale } from '../../shared/locale'
import type { OfficeEntry, SystemAct } from '../../shared/staff/office-entry'
import type { ApiKey } from '../../shared/systems/api-key'
import type { Delivery, DeliveryTry } from '../../shared/systems/delivery'
import type { Receiver } from '../../shared/systems/receiver'
import { DeskReceiverPage, type DeskReceiverPageProps } from '../../web/pages/desk/receiver'
import { DeskSystemsPage, type DeskSystemsPageProps } from '../../web/pages/desk/systems'
import { NOW, ngo } from './fixtures'

/** With signs that mean something in HTML. */
const HOSTILE = `<b>Сайт</b> "об’єднання" & 'звіт'`

const by = { id: 'm-1', name: HOSTILE }
const staff = {
  name: 'Редакторка',
  csrf: 'csrf-token',
  grants: [{ role: 'ngo-editor', scope: `host:${ngo.id}` }] as const,
}

const key: ApiKey = {
  id: 'k3ybcdef',
  place: `host:${ngo.id}`,
  name: HOSTILE,
  scopes: ['petitions:read', 'notices:read', 'dossier:read'],
  hash: '',
  days: 365,
  createdAt: '2026-01-10T09:00:00.000Z',
  by,
  endsAt: '2027-01-10T09:00:00.000Z',
}
const keys: ApiKey[] = [
  { ...key, lastUsedAt: NOW },
  { ...key, id: 'r3placed', replacedBy: key.id },
  { ...key, id: 'r3v9ked', revokedAt: NOW },
  { ...key, id: 'ended222', endsAt: key.createdAt },
]

const receiver: Receiver = {
  id: '0123456789ab',
  place: `host:${ngo.id}`,
  name: HOSTILE,
  url: 'https://hooks.hromada.example/viche/petitions?source=a-rather-long-address-that-has-to-wrap-somewhere',
  events: ['published', 'overdue'],
  secrets: [],
  version: 1,
  createdAt: '2026-01-10T09:00:00.000Z',
  by,
}
const receivers: Receiver[] = [
  receiver,
  { ...receiver, failingSince: NOW },
  ...(['by-hand', 'failing', 'gone'] as const).map((why) => ({ ...receiver, paused: { at: NOW, why } })),
]
const tries: DeliveryTry[] = [
  { at: NOW, milliseconds: 8000, failure: 'timeout' },
  { at: NOW, milliseconds: 120, failure: 'status', status: 500, answer: HOSTILE },
  { at: NOW, milliseconds: 3, failure: 'unreachable' },
  { at: NOW, milliseconds: 3, failure: 'forbidden-address' },
]
const delivery: Delivery = {
  id: `${NOW}~4k2m9x7qbd~2`,
  receiver: receiver.id,
  type: 'petition.published',
  status: 'failed',
  attempts: 9,
  tries,
}
const deliveries: Delivery[] = [
  delivery,
  { ...delivery, status: 'waiting', dueAt: NOW },
  { ...delivery, status: 'held', tries: [] },
  { ...delivery, status: 'delivered', tries: [{ at: NOW, milliseconds: 88, status: 204 }] },
  { ...delivery, id: `${NOW}~ping~aabbcc`, type: 'ping' },
]

const ACTS: readonly SystemAct[] = [
  'key-made',
  'key-rotated',
  'key-revoked',
  'receiver-added',
  'receiver-changed',
  'receiver-rotated',
  'receiver-paused',
  'receiver-resumed',
  'receiver-removed',
  'receiver-restored',
]
const register: OfficeEntry[] = ACTS.map((kind) => ({
  kind,
  system: { id: key.id, name: HOSTILE },
  at: NOW,
  by,
}))

/** The desk's pages on systems, in every state. */
export function systemsPages(locale: Locale): Record<string, unknown> {
  const place = { scope: `host:${ngo.id}`, name: ngo.name[locale] } as const
  const page: DeskSystemsPageProps = {
    locale,
    staff,
    now: NOW,
    publicUrl: 'https://petitions.example',
    place,
    places: [place],
    keys,
    receivers,
    register,
  }
  const text = `viche_k3ybcdef_${'a'.repeat(39)}`
  const one: DeskReceiverPageProps = { locale, staff, receiver, deliveries }
  return {
    'desk-receiver': DeskReceiverPage({ ...one, flash: 'Збережено.' }),
    'desk-receiver-paused': DeskReceiverPage({
      ...one,
      receiver: { ...receiver, paused: { at: NOW, why: 'failing' } },
      deliveries: [],
    }),
    'desk-receiver-wrong': DeskReceiverPage({
      ...one,
      failed: {
        values: { name: HOSTILE, url: 'http://localhost' },
        errors: [
          { field: 'url', message: 'Адреса має починатися з https://.' },
          { field: 'published', message: 'Заповніть це поле.' },
        ],
      },
    }),
    'receiver-made': DeskReceiverPage({
      ...one,
      deliveries: [],
      made: { secret: `whsec_${'A'.repeat(43)}=`, oldEndsAt: NOW },
    }),
    'desk-systems-removed': DeskSystemsPage({ ...page, removed: receiver }),
    'desk-systems-receiver-wrong': DeskSystemsPage({
      ...page,
      failedReceiver: {
        values: { name: HOSTILE, url: 'x' },
        errors: [{ field: 'url', message: 'Введіть адресу повністю.' }],
      },
    }),
    'desk-systems': DeskSystemsPage({ ...page, flash: 'Ключ відкликано.' }),
    'desk-systems-empty': DeskSystemsPage({ ...page, keys: [], receivers: [], register: [] }),
    'systems-made': DeskSystemsPage({ ...page, made: { text } }),
    'systems-rotated': DeskSystemsPage({
      ...page,
      places: [place, { scope: 'community:kalynivka', name: HOSTILE }],
      made: { text, oldEndsAt: NOW },
    }),
    'desk-systems-wrong': DeskSystemsPage({
      ...page,
      failedKey: {
        values: { name: HOSTILE, days: '30' },
        errors: [
          { field: 'name', message: 'Заповніть це поле.' },
          { field: 'petitions:read', message: 'Заповніть це поле.' },
        ],
      },
    }),
  }
}
