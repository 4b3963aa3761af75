import type { Petition } from '../../shared/petition/petition'

/** A council's petition in its term, 2 March to 1 May 2026, with nobody's obligations open. */
export function publishedPetition(id: string, threshold: number): Petition {
  return {
    id,
    number: 1,
    version: 2,
    seq: 2,
    status: 'collecting',
    communityId: 'hromada',
    host: { id: 'council', kind: 'council', name: { uk: 'Рада', en: 'Council' }, email: 'rada@example.org' },
    title: 'Зупинка',
    text: 'Зупинка біля школи',
    locale: 'uk',
    author: { surname: 'Шевченко', givenName: 'Оксана' },
    wantsHearing: false,
    settings: {
      threshold,
      collection: { unit: 'calendar-days', count: 60 },
      publicationDayCounts: false,
      consideration: { unit: 'working-days', count: 10 },
      identities: ['email'],
      retentionYears: 3,
    },
    submittedAt: '2026-03-01T08:00:00.000Z',
    publishedAt: '2026-03-01T22:00:00.000Z',
    closesOn: '2026-05-01',
    closesAt: '2026-05-01T20:59:59.999Z',
    logOrigin: `example.org/log/${id}`,
    obligations: [],
  }
}
