import type { Locale } from '../../shared/locale'
import type { OfficeEntry, SystemAct } from '../../shared/staff/office-entry'
import type { ApiKey } from '../../shared/systems/api-key'
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
    register,
  }
  const text = `viche_k3ybcdef_${'a'.repeat(39)}`
  return {
    'desk-systems': DeskSystemsPage({ ...page, flash: 'Ключ відкликано.' }),
    'desk-systems-empty': DeskSystemsPage({ ...page, keys: [], register: [] }),
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
