import { analyse } from '../../shared/anomaly/analyse'
import { groupLeft } from '../../shared/anomaly/left'
import { GROUP_KINDS, type Group, SIGNS } from '../../shared/anomaly/report'
import type { Signed } from '../../shared/anomaly/signed'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { AnomalyView } from '../../web/components/anomaly/view'
import { DeskAnomaliesPage } from '../../web/pages/desk/anomalies'
import { HOSTILE, NOW, petitionIn } from './fixtures'

const staff = {
  name: 'Олена Модераторка',
  csrf: 'csrf-token',
  grants: [{ role: 'moderator', scope: 'community:kalynivka' }],
} as const

/** Three days of a collection, with forty signatures from one address within an hour. */
const signed: readonly Signed[] = Array.from({ length: 300 }, (_, index) => {
  const stuffed = index >= 200 && index < 240
  const minutes = index * 14 - (stuffed ? (index - 200) * 13 : 0)
  return {
    index,
    at: instantOf(Date.parse('2026-05-01T06:00:00.000Z') + minutes * 60_000),
    name: `${'Полтавка Кайдаш Джеря Довбуш Лимерівна'.split(' ')[index % 5]} Наталка-${index} Іванівна`,
    level: index % 9 === 0 ? 'id-gov-ua' : 'email',
    annulled: index === 7,
    traits: {
      address: stuffed ? 'one' : `home-${index % 90}`,
      network: `net-${index % 30}`,
      domain: index % 3 === 0 ? 'known' : `own-${index % 7}`,
      marks: stuffed ? ['disposable-domain'] : [],
    },
  }
})
const knownDomains = new Map([['known', 'gmail.com']])
const { groups: found, ...report } = analyse({ madeAt: NOW, size: 300, signed, knownDomains })

/** A group of every kind, with every sign and a hostile name. */
const groupOf = (kind: Group['kind'], n: number): Group => ({
  kind,
  level: n % 2 === 0 ? 'alarm' : 'look',
  size: 1500,
  parts: 21,
  from: '2026-05-01T06:00:00.000Z',
  to: '2026-05-02T06:00:00.000Z',
  hourly: 40,
  signs: SIGNS.map((sign, place) => ({ sign, signatures: place + 1 })),
  overlaps: [{ kind: 'address', signatures: 3 }],
  labels: [HOSTILE],
  targets: [[2000 * n, 2000 * n + 1499]],
  cut: false,
})

export function anomalyPages(locale: Locale) {
  const petition = petitionIn('collecting')
  const view: AnomalyView = {
    report,
    groups: found.map((group) => groupLeft(group, new Set([1]))),
    waiting: false,
    alarming: true,
    mayAnnul: true,
    erased: false,
  }
  const page = (changed: Partial<AnomalyView>) =>
    DeskAnomaliesPage({ locale, staff, petition, view: { ...view, ...changed } })
  const { report: _, ...unreported } = { ...view, groups: [], alarming: false }
  const groups = GROUP_KINDS.map((kind, n) => groupLeft(groupOf(kind, n), new Set(n === 1 ? everyOf(n) : [])))
  const quiet = analyse({ madeAt: NOW, size: 0, signed: [], knownDomains })
  const bare = analyse({
    madeAt: NOW,
    size: 30,
    signed: signed.slice(0, 30).map(({ traits: _, ...one }) => one),
    knownDomains,
  })
  return {
    'desk-anomalies': page({ groups }),
    'desk-anomalies-found': page({ waiting: true, mayAnnul: false }),
    'desk-anomalies-settled': page({ alarming: false, settled: { at: NOW, name: HOSTILE } }),
    'desk-anomalies-quiet': page({ report: quiet, groups: [], alarming: false, settled: { at: NOW } }),
    'desk-anomalies-bare': page({
      report: { ...bare, sampled: true, level: 'look' },
      groups: [],
      alarming: false,
    }),
    'desk-anomalies-none': DeskAnomaliesPage({
      locale,
      staff,
      petition,
      view: unreported,
      flash: 'Збережено.',
    }),
    'desk-anomalies-erased': DeskAnomaliesPage({
      locale,
      staff,
      petition,
      view: { ...unreported, erased: true },
    }),
  }
}

function everyOf(n: number): number[] {
  return Array.from({ length: 1500 }, (_, place) => 2000 * n + place)
}
