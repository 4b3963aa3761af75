import type { Community } from '../../../shared/community/settings'
import type { Petition } from '../../../shared/petition/petition'
import { councilHost, testCommunity } from '../../support/communities'

const named = (id: string, uk: string): Community => ({ ...testCommunity, id, name: { uk, en: id } })
export const communities = [named('malva', 'Мальвівська громада'), named('kyiv', 'Київська громада')]

/** The n-th published petition: the greater n, the newer. */
export function aPetition(
  n: number,
  title: string,
  over: Partial<Petition> & { count?: number } = {},
): Petition & { count: number } {
  const publishedAt = new Date(Date.parse('2026-05-01T09:00:00.000Z') + n * 60_000).toISOString()
  return {
    id: `p${n}`,
    number: n,
    version: 2,
    seq: 2,
    status: 'collecting',
    communityId: 'malva',
    host: councilHost,
    title,
    text: 'Просимо раду зробити це якнайшвидше.',
    locale: 'uk',
    author: { surname: 'Кайдаш', givenName: 'Лаврін' },
    wantsHearing: false,
    settings: { ...testCommunity.settings, threshold: 100 },
    submittedAt: publishedAt,
    publishedAt,
    closesOn: '2026-06-30',
    obligations: [],
    count: 0,
    ...over,
  }
}
