import type { Locale } from '../../shared/locale'
import { ACTIONS } from '../../shared/staff/access'
import { type Client, OUTCOMES } from '../../shared/staff/audit-entry'
import { ROLES } from '../../shared/staff/staff-member'
import { type AuditLineView, DeskAuditPage, type DeskAuditPageProps } from '../../web/pages/desk/audit'
import { staff } from './desk-pages'
import { kalynivka, NOW, TODAY } from './fixtures'

const CLIENTS: readonly Client[] = [
  'edge',
  'opera',
  'firefox',
  'chrome',
  'safari',
  'samsung',
  'other',
  'none',
]

const RESOURCES = ['petition:abc', 'community:kalynivka', 'host:dbaiemo', 'installation', 'self']

const lines: AuditLineView[] = ACTIONS.map((action, n) => ({
  at: NOW,
  request: `r${n}`,
  who: 'm-1',
  name: `<b>Мавка</b> "Лісова" & 'Син'`,
  ...(n % 6 !== 5 && { role: ROLES[n % 5]! }),
  action,
  resource: RESOURCES[n % RESOURCES.length]!,
  outcome: OUTCOMES[n % OUTCOMES.length]!,
  ...(n % 4 === 2 && { code: 'forbidden' }),
  from: { network: 'hX3_9-kQ2aB', browser: CLIENTS[n % CLIENTS.length]! },
}))

/** The trail of what staff do, in every state. */
export function auditPages(locale: Locale) {
  const place = { scope: 'community:kalynivka', name: kalynivka.name[locale] } as const
  const query = { from: '2026-02-01', to: TODAY }
  const page: DeskAuditPageProps = {
    ...{ locale, staff, place, places: [place, { scope: '*' }], query, lines, years: 5 },
    people: [{ id: 'm-1', name: '<i>Мотря</i> Кайдаш' }],
    before: `${NOW}#r50`,
  }
  const { before: _, ...last } = page
  return {
    'desk-audit': DeskAuditPage(page),
    'desk-audit-older': DeskAuditPage({ ...last, query: { ...query, before: `${NOW}#r1`, who: 'm-1' } }),
    'desk-audit-nothing': DeskAuditPage({
      ...last,
      ...{ places: [place], lines: [], query: { ...query, wrongPeriod: true } },
    }),
  }
}
