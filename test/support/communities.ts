import type { Community, Host } from '../../shared/community/settings'

/** A small community for tests: 3 signatures within 60 days. */
export const testCommunity: Community = {
  id: 'kalynivka',
  name: { uk: 'Калинівська громада', en: 'Kalynivka community' },
  council: { uk: 'Калинівська міська рада', en: 'Kalynivka City Council' },
  email: 'rada@kalynivka.example',
  settings: {
    threshold: 3,
    collection: { unit: 'calendar-days', count: 60 },
    publicationDayCounts: false,
    consideration: { unit: 'working-days', count: 10 },
    identities: ['email'],
    retentionYears: 3,
  },
  source: { uk: 'Статут громади', en: 'The community’s statute' },
  demo: true,
}

export const councilHost: Host = {
  id: 'kalynivka-rada',
  kind: 'council',
  name: { uk: 'Сайт Калинівської міської ради', en: 'Site of Kalynivka City Council' },
  email: 'site@kalynivka.example',
  communities: ['kalynivka'],
}

export const ngoHost: Host = {
  id: 'dbaiemo',
  kind: 'ngo',
  name: { uk: 'ГО «Дбаємо»', en: 'Dbaiemo NGO' },
  email: 'office@dbaiemo.example',
  communities: ['kalynivka'],
}
