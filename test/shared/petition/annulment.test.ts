import { describe, expect, it } from 'vitest'
import { projectPetition } from '../../../shared/petition/project'
import { nextDueAt } from '../../../shared/petition/tick'
import { by, Case, community, ngoHost } from './case'

const SUBMITTED = '2026-05-29T08:00:00.000Z'
const PUBLISHED = '2026-06-01T08:00:00.000Z'
const REACHED = '2026-06-10T08:00:00.000Z'
const LATER = '2026-06-11T08:00:00.000Z'
const AFTERWARDS = '2026-06-12T08:00:00.000Z'
const N = community.settings.threshold

const collecting = (options = {}) => new Case(SUBMITTED, options).publish(PUBLISHED)
const reached = (options = {}) => collecting(options).reach(REACHED)
const short = (options = {}) => {
  const petition = reached(options)
  petition.annul(LATER, N + 1, N - 1)
  return petition
}
const keep = { type: 'keep-consideration', by: by('head'), reason: 'Розгляд триває.' } as const
const resume = { type: 'resume-collection', by: by('secretary'), reason: 'Підписів замало.' } as const
const dropped = (petition: Case) =>
  petition.petition.obligations.filter((one) => one.droppedAt).map((one) => one.rule)

const ledgerOf = ({ petition, events, calendar }: Case) =>
  projectPetition({
    petition,
    events,
    notices: [],
    log: { applied: 12, count: 4 },
    community,
    calendar,
    now: AFTERWARDS,
  }).annulments

describe('the ledger', () => {
  it('holds a line for each ground of a batch, with the entries that say so', () => {
    const petition = collecting()
    petition.do(LATER, {
      type: 'record-annulments',
      size: 12,
      count: 4,
      at: LATER,
      annulled: [
        { index: 8, target: 0, ground: 'automated' },
        { index: 9, target: 1, ground: 'automated' },
        { index: 11, target: 2, ground: 'automated' },
        { index: 10, target: 3, ground: 'own-request' },
      ],
    })
    const annulments = ledgerOf(petition)
    expect(annulments).toMatchObject([
      {
        at: LATER,
        ground: 'automated',
        item: { uk: 'п. 8.3 Положення про електронні петиції' },
        number: 3,
        entries: [
          { from: 8, to: 9 },
          { from: 11, to: 11 },
        ],
      },
      { ground: 'own-request', number: 1, entries: [{ from: 10, to: 10 }] },
    ])
    expect(annulments[1]).not.toHaveProperty('item')
    // Whose signatures they were is not said here.
    expect(JSON.stringify(petition.events.at(-1))).not.toContain('target')
  })

  it('shows what came to the log in one minute on one ground as one line', () => {
    const petition = collecting()
    petition.annul('2026-06-11T08:00:01.000Z', 5, 3)
    petition.annul('2026-06-11T08:00:02.000Z', 6, 2)
    petition.annul('2026-06-11T08:00:03.000Z', 8, 1, 'duplicate')
    petition.annul('2026-06-11T08:00:59.000Z', 9, 0)
    petition.annul('2026-06-11T08:01:00.000Z', 11, 0)
    expect(ledgerOf(petition)).toMatchObject([
      {
        at: '2026-06-11T08:00:01.000Z',
        number: 3,
        entries: [
          { from: 4, to: 5 },
          { from: 8, to: 8 },
        ],
      },
      { ground: 'duplicate', number: 1 },
      { at: '2026-06-11T08:01:00.000Z', number: 1, entries: [{ from: 10, to: 10 }] },
    ])
  })

  it('takes a batch once, however often and late it is told', () => {
    const petition = collecting()
    expect(petition.annul(LATER, 5, 3)).toEqual(['annulled'])
    expect(petition.annul(AFTERWARDS, 5, 3)).toEqual([])
    expect(petition.annul(AFTERWARDS, 4, 3)).toEqual([])
    expect(petition.annul(AFTERWARDS, 7, 3)).toEqual(['annulled'])
  })

  it('is kept in every state, and reopens nothing that is answered', () => {
    const answered = reached().begin(REACHED).decide(LATER).announce(LATER).answer(LATER)
    expect(answered.annul(AFTERWARDS, N + 1, N - 1)).toEqual(['annulled'])
    expect(answered.petition.status).toBe('answered')
    const withdrawn = collecting()
    withdrawn.do(LATER, { type: 'withdraw', by: by('author') })
    expect(withdrawn.annul(AFTERWARDS, 4, 1)).toEqual(['annulled'])
  })
})

describe('below N while signatures are collected', () => {
  it('nothing is asked, and the leaf that makes N later reaches the threshold', () => {
    const petition = collecting()
    expect(petition.annul(LATER, 2, 0)).toEqual(['annulled'])
    petition.reach(AFTERWARDS, N + 1)
    expect(petition.petition).toMatchObject({ status: 'threshold-reached', thresholdReachedAt: AFTERWARDS })
  })

  it('N made and lost in one batch is reached and asked about, in whichever order it is told', () => {
    const first = collecting().reach(LATER, N - 1)
    first.annul(LATER, N + 1, N - 1)
    const second = collecting()
    second.annul(LATER, N + 1, N - 1)
    second.reach(LATER, N - 1)
    for (const { petition } of [first, second]) {
      expect(petition.status).toBe('threshold-reached')
      expect(petition.shortfall).toMatchObject({ size: N + 1, count: N - 1 })
    }
  })
})

describe('below N after the threshold (R7)', () => {
  it('asks the secretary and the head, tells the author, and undoes nothing', () => {
    const petition = short()
    expect(petition.events.slice(-2).map(({ type }) => type)).toEqual(['annulled', 'fell-below'])
    expect(petition.petition).toMatchObject({
      status: 'threshold-reached',
      thresholdReachedAt: REACHED,
      shortfall: { since: LATER, size: N + 1, count: N - 1 },
    })
    expect(petition.told('fell-below')).toEqual(['secretary', 'head', 'author'])
    expect(dropped(petition)).toEqual([])
  })

  it('asks once while the question is open, and keeps up with the log', () => {
    const petition = short()
    expect(petition.annul(AFTERWARDS, N + 3, N - 3)).toEqual(['annulled'])
    expect(petition.petition.shortfall).toEqual({ since: LATER, size: N + 3, count: N - 3 })
  })

  it('asks nothing where N still stands, or the council has decided', () => {
    expect(reached().annul(LATER, N + 2, N)).toEqual(['annulled'])
    const decided = reached().begin(REACHED).decide(LATER)
    expect(decided.annul(AFTERWARDS, N + 1, N - 1)).toEqual(['annulled'])
    const late = short().begin(AFTERWARDS).decide(AFTERWARDS)
    expect(late.petition.shortfall).toBeUndefined()
  })

  it('closes the question by itself when a later signature makes N again', () => {
    const petition = short()
    petition.reach(AFTERWARDS, N)
    expect(petition.petition.shortfall).toBeDefined()
    petition.reach(AFTERWARDS, N + 1)
    expect(petition.petition.shortfall).toBeUndefined()
    expect(petition.petition.thresholdReachedAt).toBe(REACHED)
    expect(petition.told('count-restored')).toEqual(['secretary', 'head', 'author'])
    expect(() => petition.do(AFTERWARDS, keep)).toThrow('wrong-status')
  })
})

describe('the decision', () => {
  it('to keep: consideration and its terms go on, with the reason; a further annulment asks anew', () => {
    const petition = short()
    const before = petition.petition.obligations
    expect(petition.do(AFTERWARDS, keep)).toEqual(['consideration-kept'])
    expect(petition.petition.obligations).toEqual(before)
    expect(petition.told('consideration-kept')).toEqual(['author'])
    expect(() => petition.do(AFTERWARDS, resume)).toThrow('wrong-status')
    expect(petition.annul(AFTERWARDS, N + 2, N - 2)).toEqual(['annulled', 'fell-below'])
  })

  it('to resume: the petition collects again and owes nothing of its consideration', () => {
    const petition = reached()
    petition.do(REACHED, { type: 'transfer', by: by('head') })
    petition.begin(LATER)
    petition.annul(LATER, N + 1, N - 1)
    expect(petition.do(AFTERWARDS, resume)).toEqual(['collection-resumed'])
    const { status, thresholdReachedAt, considerationBegunAt, transferredAt, shortfall } = petition.petition
    expect(status).toBe('collecting')
    expect([thresholdReachedAt, considerationBegunAt, transferredAt, shortfall]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
    expect(dropped(petition)).toEqual(['R13'])
    expect(petition.told('collection-resumed')).toEqual(['author', 'council'])
  })

  it('what made N before is past; what makes it afterwards begins the terms anew', () => {
    const petition = short()
    petition.do(AFTERWARDS, resume)
    expect(dropped(petition)).toEqual(['R10', 'R12'])
    petition.reach(REACHED, N - 1)
    expect(petition.petition.status).toBe('collecting')
    petition.reach('2026-06-15T08:00:00.000Z', N + 1)
    expect(petition.petition).toMatchObject({
      status: 'threshold-reached',
      thresholdReachedAt: '2026-06-15T08:00:00.000Z',
    })
    expect(petition.obligation('R10')).toMatchObject({ openedAt: '2026-06-15T08:00:00.000Z' })
  })

  it('after the term: it becomes an appeal at once, whose month runs from the decision (R8)', () => {
    const petition = short()
    const decided = '2026-12-01T10:00:00.000Z'
    petition.do(decided, resume)
    expect(nextDueAt(petition.petition, petition.calendar)! < decided).toBe(true)
    petition.do('2026-12-01T10:01:00.000Z', { type: 'end-collection', count: N - 1 })
    expect(petition.petition).toMatchObject({ status: 'appeal', appeal: { since: decided, count: N - 1 } })
    expect(petition.obligation('R8')).toMatchObject({ openedAt: decided })
  })

  it('is nobody’s without a question', () => {
    for (const command of [keep, resume]) {
      expect(() => reached().do(LATER, command)).toThrow('wrong-status')
      expect(() => collecting().do(LATER, command)).toThrow('wrong-status')
    }
  })

  it('on an NGO’s petition lets a late dossier of the first time go by, and sends another the next time', () => {
    const petition = short({ host: ngoHost })
    petition.do(AFTERWARDS, resume)
    expect(dropped(petition)).toEqual(['R9'])
    expect(petition.told('collection-resumed')).toEqual(['author', 'council', 'ngo'])
    expect(petition.do(AFTERWARDS, { type: 'dispatch', messageId: '<first>' })).toEqual([])
    petition.reach('2026-06-15T08:00:00.000Z', N + 1)
    expect(petition.told('dossier')).toEqual(['council', 'council'])
    expect(new Set(petition.notices.map(({ id }) => id)).size).toBe(petition.notices.length)
  })
})
