import { expect, test } from 'vitest'
import { EMPTY_LOG, leavesBeforeErasure } from '../../../shared/log/state'
import { merged } from '../../../shared/petition/ledger'
import { erasurePlan } from '../../../shared/resident/erasure'
import type { HeldSignature } from '../../../shared/resident/holdings'
import type { PetitionPlace } from '../../../shared/resident/place'
import { withdrawability } from '../../../shared/resident/withdrawal'
import { testCommunity } from '../../support/communities'

const NOW = '2026-03-10T09:00:00.000Z'
const CLOSES = '2026-05-01T20:59:59.999Z'

const petition: PetitionPlace = {
  id: '4k2m9x7qbd',
  number: 1,
  title: 'Перехід',
  communityId: 'kalynivka',
  status: 'collecting',
  settings: { ...testCommunity.settings, withdrawal: 'while-collecting' },
  submittedAt: '2026-03-01T09:00:00.000Z',
  publishedAt: '2026-03-02T09:00:00.000Z',
  closesAt: CLOSES,
}
const signature: HeldSignature = {
  petition,
  key: { petitionId: petition.id, personKey: 'k'.repeat(43) },
  person: { surname: 'Коваль', givenName: 'Оксана' },
  confirmedAt: NOW,
  level: 'email',
  index: 3,
  contact: false,
  count: 4,
}
const annulment = { ground: 'withdrawn-by-signer', at: NOW, inLog: true }
const { index: _index, ...unsequenced } = signature
const under = (other: Partial<PetitionPlace>) => ({ ...signature, petition: { ...petition, ...other } })

test.each([
  ['open while it collects', signature, NOW, 'open'],
  ['open to the last millisecond of the term', signature, CLOSES, 'open'],
  ['over a millisecond later', signature, '2026-05-01T21:00:00.000Z', 'over'],
  ['over once N is reached', under({ status: 'threshold-reached' }), NOW, 'over'],
  ['over in consideration', under({ status: 'consideration' }), NOW, 'over'],
  ['not offered unless the council says so', under({ settings: testCommunity.settings }), NOW, 'not-offered'],
  [
    'not offered where it says never',
    under({ settings: { ...testCommunity.settings, withdrawal: 'never' } }),
    NOW,
    'not-offered',
  ],
  ['later, while the log does not have it', unsequenced, NOW, 'not-in-log'],
  ['nothing to withdraw where it is annulled', { ...signature, annulment }, CLOSES, 'annulled'],
] as const)('%s', (_, held, now, answer) => {
  expect(withdrawability(held, now)).toBe(answer)
})

test('what may go at once are names of withdrawn signatures and addresses; the rest goes on its day', () => {
  const withdrawn = { ...signature, annulment, contact: true }
  const byStaff = { ...signature, annulment: { ...annulment, ground: 'automated' } }
  const { person: _, ...erased } = withdrawn
  const { publishedAt: _published, ...moderated } = petition
  const plan = erasurePlan({
    signatures: [signature, withdrawn, byStaff, { ...erased, contact: false }],
    follows: [{ petition, since: NOW }],
    authored: [petition, moderated],
  })
  expect(plan.now).toEqual({
    names: [withdrawn],
    contacts: [withdrawn],
    follows: [{ petition, since: NOW }],
  })
  const until = '2029-03-02T21:59:59.999Z'
  expect(plan.names).toEqual([
    { petition, until },
    { petition, until },
  ])
  expect(plan.authored).toEqual([{ petition, until }, { petition: moderated }])
})

test('the ledger has one line a Kyiv day for what signers withdrew, and a line an act for staff', () => {
  const line = (ground: 'withdrawn-by-signer' | 'automated', at: string, entry: number) => ({
    ...{ ground, at, number: 1, entries: [{ from: entry, to: entry }] },
  })
  const lines = merged([
    line('withdrawn-by-signer', '2026-03-10T07:00:00.000Z', 4),
    line('automated', '2026-03-10T08:00:00.000Z', 5),
    line('automated', '2026-03-10T09:00:00.000Z', 6),
    line('withdrawn-by-signer', '2026-03-10T21:30:00.000Z', 7),
    line('withdrawn-by-signer', '2026-03-10T22:30:00.000Z', 8),
  ])
  expect(lines.map(({ ground, number }) => [ground, number])).toEqual([
    ['withdrawn-by-signer', 2],
    ['automated', 1],
    ['automated', 1],
    ['withdrawn-by-signer', 1],
  ])
})

test('who signs after a withdrawn name was erased is among the leaves that are listed', () => {
  // Two signatures, an annulment, an erasure, a signature.
  const state = { ...EMPTY_LOG, size: 5, applied: 5, signatures: 3, annulments: 1 }
  expect(leavesBeforeErasure(state)).toBe(5)
})
