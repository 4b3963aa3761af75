import type { Term } from '../../../shared/calendar/term'
import type { Community, Host } from '../../../shared/community/settings'
import { NGO_LOGO } from './logo'

const days = (count: number): Term => ({ unit: 'calendar-days', count })

/** The invented community of the demonstration. */
export const DEMO: Community = {
  id: 'malva',
  name: { uk: 'Мальвівська громада', en: 'Malva community' },
  council: { uk: 'Мальвівська селищна рада', en: 'Malva settlement council' },
  email: 'rada@malva.example',
  phone: '+380 44 000 00 00',
  address: {
    uk: 'вул. Калинова, 1, смт Мальва',
    en: '1 Kalynova Street, Malva',
  },
  people: [
    { role: 'head', name: 'Возний Тарас', email: 'head@malva.example' },
    { role: 'secretary', name: 'Лимерівна Наталка', email: 'secretary@malva.example' },
    { role: 'moderation', email: 'moderator@malva.example', phone: '+380 44 000 00 01' },
  ],
  settings: {
    threshold: 10,
    collection: days(60),
    publicationDayCounts: false,
    consideration: { unit: 'working-days', count: 10 },
    draftDecision: { unit: 'working-days', count: 5 },
    identities: ['email', 'id-gov-ua'],
    retentionYears: 3,
    withdrawal: 'while-collecting',
  },
  source: {
    uk: 'Вигадана громада для демонстрації: поріг знижено, щоб його легко було досягти',
    en: 'An invented community for demonstration: the threshold is low so that it is easily reached',
  },
  demo: true,
}

/** Communities with the thresholds and periods of their real statutes (R7); nothing else about them is real. */
export const REAL: readonly Community[] = [
  real('kyiv', 'Київська міська громада', 'Київська міська рада', 'Kyiv', 6000, days(60)),
  real('bila-tserkva', 'Білоцерківська громада', 'Білоцерківська міська рада', 'Bila Tserkva', 700, days(45)),
  real('kramatorsk', 'Краматорська громада', 'Краматорська міська рада', 'Kramatorsk', 250, days(30)),
  real('pryluky', 'Прилуцька громада', 'Прилуцька міська рада', 'Pryluky', 150, days(60)),
  real('koriukivka', 'Корюківська громада', 'Корюківська міська рада', 'Koriukivka', 100, days(60)),
  real('hradyzk', 'Градизька громада', 'Градизька селищна рада', 'Hradyzk', 100, {
    unit: 'months',
    count: 3,
  }),
]

export const NGO: Host = {
  id: 'kalynovyi-mist',
  kind: 'ngo',
  name: { uk: 'ГО «Калиновий міст»', en: 'NGO Kalynovyi Mist' },
  email: 'info@kalynovyi-mist.example',
  communities: ['malva', 'kyiv'],
  front: {
    version: 1,
    about: {
      uk: 'Вигадане об’єднання для демонстрації. Допомагаємо сусідам домовлятися про спільне: переходи, парки, шкільні автобуси.\n\nПеред оприлюдненням читаємо кожну петицію й підказуємо авторам, як викласти суть.',
      en: 'An invented organisation for demonstration. We help neighbours agree on what they share: crossings, parks, school buses.\n\nWe read every petition before it is published and help authors to say what they ask for.',
    },
    site: 'https://kalynovyi-mist.example/',
    colours: { background: '#7a1f2b', accent: '#8f2436' },
    logo: NGO_LOGO,
  },
}

/** A council's own site as a host of its petitions. */
export function councilHost(community: Community): Host {
  return {
    id: `${community.id}-council`,
    kind: 'council',
    name: community.council,
    email: community.email,
    communities: [community.id],
  }
}

function real(
  id: string,
  name: string,
  council: string,
  english: string,
  threshold: number,
  collection: Term,
): Community {
  return {
    id,
    name: { uk: name, en: `${english} community` },
    council: { uk: council, en: `${english} council` },
    email: `rada@${id}.example`,
    settings: {
      threshold,
      collection,
      publicationDayCounts: false,
      consideration: { unit: 'working-days', count: 10 },
      identities: ['email'],
      retentionYears: 3,
    },
    source: {
      uk: `Положення про електронні петиції: ${council}`,
      en: `Regulation on e-petitions of the ${english} council`,
    },
  }
}
