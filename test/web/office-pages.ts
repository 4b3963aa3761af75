import type { Locale } from '../../shared/locale'
import type { OfficeEntry } from '../../shared/staff/office-entry'
import { DeskPeoplePage, type DeskPeoplePageProps } from '../../web/pages/desk/people'
import { DeskSettingsPage, type DeskSettingsPageProps } from '../../web/pages/desk/settings'
import { DeskSettingsChoicePage } from '../../web/pages/desk/settings-choice'
import { staff } from './desk-pages'
import { kalynivka, NOW, TODAY } from './fixtures'

/** With signs that mean something in HTML. */
const HOSTILE = `<b>Мавка</b> "Лісова" & 'Син'`

const by = { id: 'm-1', name: HOSTILE }
const member = { id: 'm-2', name: HOSTILE, email: 'second@kalynivka.example', grants: staff.grants }
const changes = [
  { setting: 'threshold', before: '250', after: '300' },
  { setting: 'collection', before: '60 calendar-days', after: '3 months' },
  { setting: 'publicationDayCounts', before: 'false', after: 'true' },
  { setting: 'draftDecision', before: '5 working-days' },
] as const

const ofPeople: OfficeEntry[] = (['granted', 'revoked'] as const).map((kind) => ({
  kind,
  role: 'moderator',
  member,
  at: NOW,
  by,
}))

const ofSettings: OfficeEntry[] = (
  ['settings-changed', 'settings-scheduled', 'settings-applied', 'schedule-cancelled'] as const
).map((kind) => ({
  kind,
  from: TODAY,
  changes,
  at: NOW,
  by: kind === 'settings-applied' ? { id: 'clock', name: '' } : by,
}))

/** The desk's pages on people and settings, in every state. */
export function officePages(locale: Locale) {
  const place = { scope: 'community:kalynivka', name: kalynivka.name[locale] } as const
  const people: DeskPeoplePageProps = {
    locale,
    staff,
    memberId: 'm-1',
    place,
    places: [place, { scope: '*' }],
    people: [
      { member: { ...member, id: 'm-1', name: 'Мотря Кайдаш' }, role: 'head' },
      { member, role: 'moderator' },
    ],
    register: ofPeople,
    deskUrl: 'https://petitions.example/staff',
  }
  const settings: DeskSettingsPageProps = {
    configured: ['email', 'openid', 'id-gov-ua'],
    locale,
    staff,
    community: {
      ...kalynivka,
      version: 4,
      scheduled: {
        from: '2026-06-01',
        email: kalynivka.email,
        source: kalynivka.source,
        settings: { ...kalynivka.settings, threshold: 300 },
      },
    },
    register: ofSettings,
    today: TODAY,
    values: { threshold: '250', collectionCount: '60', collectionUnit: 'calendar-days', sourceUk: HOSTILE },
    errors: [],
  }
  const changed = (kind: 'granted' | 'revoked' | 'restored') => ({ kind, role: 'moderator' as const, member })
  return {
    'desk-people': DeskPeoplePage(people),
    'desk-people-lost-key': DeskPeoplePage({
      ...people,
      waiting: [{ member, requestedAt: '2026-05-29T09:00:00.000Z' }],
      approved: HOSTILE,
    }),
    'desk-people-granted': DeskPeoplePage({ ...people, done: changed('granted') }),
    'desk-people-revoked': DeskPeoplePage({ ...people, done: changed('revoked') }),
    'desk-people-restored': DeskPeoplePage({ ...people, done: changed('restored') }),
    'desk-people-nobody': DeskPeoplePage({ ...people, places: [place], people: [], register: [] }),
    'desk-people-wrong': DeskPeoplePage({
      ...people,
      failed: {
        values: { name: HOSTILE, email: 'no', role: 'moderator' },
        errors: [{ field: 'email', message: 'Перевірте адресу.' }],
      },
    }),
    'desk-settings': DeskSettingsPage({ ...settings, done: 'scheduled' }),
    'desk-settings-wrong': DeskSettingsPage({
      ...settings,
      community: kalynivka,
      register: [],
      errors: [
        { field: 'consideration', message: 'Завелике значення.' },
        { field: 'from', message: 'Цей день уже минув.' },
      ],
    }),
    'desk-settings-choice': DeskSettingsChoicePage({ locale, staff, communities: [kalynivka] }),
  }
}
