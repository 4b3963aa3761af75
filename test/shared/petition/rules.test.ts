import { describe, expect, it } from 'vitest'
import { GROUND_CODES, GROUNDS } from '../../../shared/petition/grounds'
import { isSignable, projectPetition } from '../../../shared/petition/project'
import { RULES } from '../../../shared/petition/rules'
import { erasureAt, nextDueAt } from '../../../shared/petition/tick'
import { by, Case, community, ngoHost, summerEnd, winterEnd } from './case'

const SUBMITTED = '2026-05-29T08:00:00.000Z' // a Friday
const PUBLISHED = '2026-06-01T08:00:00.000Z'
const REACHED = '2026-06-10T08:00:00.000Z' // a Wednesday

const collecting = (options = {}) => new Case(SUBMITTED, options).publish(PUBLISHED)
const reached = (options = {}) => collecting(options).reach(REACHED)

describe('the rule table', () => {
  it('has a row with its item of the annex for every rule R1–R20 that a machine can hold', () => {
    const ids = RULES.map((rule) => rule.id)
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 20])
      expect(ids).toContain(`R${n}`)
    for (const rule of RULES) {
      expect(rule.item.uk).toMatch(/^п\. \d/)
      expect(rule.item.en).toMatch(/^item \d/)
    }
  })
})

describe('R1: what a petition has and what is forbidden', () => {
  it('names a statutory ground with its item for each thing the law forbids', () => {
    expect(GROUND_CODES.length).toBe(8)
    for (const code of GROUND_CODES) expect(GROUNDS[code].item).toMatch(/^п\. [34]$/)
  })
})

describe('R2: published within 2 working days of submission', () => {
  it('is owed by the moderator, from Friday to the end of Tuesday', () => {
    const petition = new Case(SUBMITTED)
    expect(petition.obligation('R2')).toMatchObject({ actor: 'moderator', dueAt: summerEnd('2026-06-02') })
    expect(petition.told('moderation-due')).toEqual(['moderator'])
  })

  it('is met by publication, and late publication shows as late', () => {
    expect(collecting().obligation('R2')?.metAt).toBe(PUBLISHED)
    const late = new Case(SUBMITTED)
    late.do('2026-06-03T08:00:00.000Z', { type: 'tick' })
    late.publish('2026-06-03T09:00:00.000Z')
    expect(view(late, '2026-06-03T10:00:00.000Z').deadlines[0]?.status).toBe('met-late')
  })
})

describe('R3: not published, with the ground told to the author', () => {
  it('refuses with a ground, meets R2 and writes to the author', () => {
    const petition = new Case(SUBMITTED)
    petition.do(PUBLISHED, {
      type: 'reject',
      by: by('moderator'),
      ground: 'hatred',
      explanation: 'Другий абзац.',
    })
    expect(petition.petition.status).toBe('refused')
    expect(petition.obligation('R2')?.metAt).toBe(PUBLISHED)
    expect(petition.told('refused')).toEqual(['author'])
    expect(view(petition).refusal).toMatchObject({
      item: 'п. 4',
      ground: 'hatred',
      explanation: 'Другий абзац.',
    })
  })
})

describe('R4: publication is the first day of collection', () => {
  it('opens signing at once', () => {
    expect(isSignable(collecting().petition, PUBLISHED)).toBe(true)
  })
})

describe('R5: the page shows start, total and signers', () => {
  it('projects start date, count, last day and threshold', () => {
    expect(view(collecting(), PUBLISHED, 2)).toMatchObject({
      publishedAt: PUBLISHED,
      count: 2,
      closesOn: '2026-07-31',
      threshold: 3,
    })
  })
})

describe('R6: date and time of publication and of every step are recorded', () => {
  it('keeps every event with its instant and role, never the person', () => {
    const shown = JSON.stringify(view(reached()).events)
    expect(shown).toContain(PUBLISHED)
    expect(shown).toContain(REACHED)
    expect(shown).not.toContain('somebody')
  })
})

describe('R7: N within D days, frozen at publication', () => {
  it('counts the term from the day after publication, to the end of its last day', () => {
    const petition = new Case('2026-03-01T10:00:00.000Z').publish('2026-03-02T10:00:00.000Z').petition
    expect(petition.closesOn).toBe('2026-05-01')
    expect(petition.closesAt).toBe(summerEnd('2026-05-01'))
    expect(isSignable(petition, summerEnd('2026-05-01'))).toBe(true)
    expect(isSignable(petition, '2026-05-01T21:00:00.000Z')).toBe(false)
  })

  it('keeps the settings of the day of publication when the council changes them', () => {
    const petition = new Case(SUBMITTED)
    petition.do(PUBLISHED, {
      type: 'publish',
      by: by('moderator'),
      settings: { ...community.settings, threshold: 7 },
      logOrigin: 'x/log/1',
    })
    expect(petition.petition.settings.threshold).toBe(7)
  })

  it('is reached once, however often it is said', () => {
    const petition = reached()
    expect(
      petition.do('2026-06-11T08:00:00.000Z', { type: 'reach-threshold', count: 4, at: REACHED, index: 3 }),
    ).toEqual([])
    expect(petition.events.filter((event) => event.type === 'threshold-reached')).toHaveLength(1)
    expect(petition.petition.thresholdReachedAt).toBe(REACHED)
  })
})

describe('R8: too few signatures become an ordinary appeal', () => {
  const ended = () => {
    const petition = collecting()
    petition.do('2026-08-01T00:00:00.000Z', { type: 'end-collection', count: 2 })
    return petition
  }

  it('is dated by the end of the term and owed within a month', () => {
    const petition = ended()
    expect(petition.petition).toMatchObject({
      status: 'appeal',
      appeal: { since: summerEnd('2026-07-31'), count: 2 },
    })
    expect(petition.obligation('R8')).toMatchObject({
      strictDueAt: summerEnd('2026-08-31'),
      actor: 'executive',
    })
    expect(petition.told('collection-ended')).toEqual(['author', 'council'])
  })

  it('takes its registration number, another lawful term with its reason, and its answer', () => {
    const petition = ended()
    const number = { registrationNumber: 'К-17', term: '45-days', reason: 'Потрібен виїзд' } as const
    petition.do('2026-08-03T08:00:00.000Z', { type: 'register-appeal', by: by('secretary'), ...number })
    expect(petition.obligation('R8')).toMatchObject({ dueAt: summerEnd('2026-09-14') })
    petition.do('2026-08-20T08:00:00.000Z', { type: 'answer-appeal', by: by('secretary'), text: 'Зроблено.' })
    expect(petition.obligation('R8')?.metAt).toBe('2026-08-20T08:00:00.000Z')
    expect(petition.told('appeal-answered')).toEqual(['author'])
  })

  it('cannot end before the term, nor with enough signatures', () => {
    expect(() => collecting().do(summerEnd('2026-07-31'), { type: 'end-collection', count: 0 })).toThrow(
      'wrong-status',
    )
    expect(() => collecting().do('2026-08-02T00:00:00.000Z', { type: 'end-collection', count: 3 })).toThrow()
  })
})

describe('R9: an NGO sends its data to the council by the next calendar day', () => {
  it('alarms on the calendar day and is missed after the next working day', () => {
    // Reached on a Friday: Saturday is the day of the law, Monday the day after Civil Code 254(5).
    const petition = collecting({ host: ngoHost }).reach('2026-06-12T08:00:00.000Z')
    expect(petition.obligation('R9')).toMatchObject({
      actor: 'ngo',
      strictDueAt: summerEnd('2026-06-13'),
      dueAt: summerEnd('2026-06-15'),
    })
    petition.do('2026-06-13T21:00:00.000Z', { type: 'tick' })
    expect(petition.told('strict-passed')).toEqual(['ngo'])
    expect(petition.told('overdue')).toEqual([])
    petition.do('2026-06-15T21:00:00.000Z', { type: 'tick' })
    expect(petition.told('overdue')).toContain('ngo')
  })

  it('sends the dossier to the council and tells the NGO; dispatch meets it', () => {
    const petition = reached({ host: ngoHost })
    expect(petition.told('dossier')).toEqual(['council'])
    expect(petition.told('threshold-reached')).toEqual(['author', 'council', 'ngo'])
    petition.do('2026-06-10T08:05:00.000Z', { type: 'dispatch', messageId: '<1@x>' })
    expect(petition.obligation('R9')?.metAt).toBe('2026-06-10T08:05:00.000Z')
  })

  it('is not owed on the council’s own site', () => {
    expect(reached().obligation('R9')).toBeUndefined()
  })
})

describe('R10: the council publishes within 3 working days that consideration has begun', () => {
  it('runs from the threshold and is met by that publication', () => {
    const petition = reached()
    expect(petition.obligation('R10')).toMatchObject({ actor: 'council', dueAt: summerEnd('2026-06-15') })
    expect(petition.begin('2026-06-11T08:00:00.000Z').obligation('R10')?.metAt).toBe(
      '2026-06-11T08:00:00.000Z',
    )
  })
})

describe('R11: the same within 2 working days of an NGO’s notice', () => {
  it('runs from dispatch, and consideration cannot begin before it', () => {
    const petition = reached({ host: ngoHost })
    expect(() => petition.begin('2026-06-10T08:01:00.000Z')).toThrow('wrong-status')
    petition.do('2026-06-10T08:05:00.000Z', { type: 'dispatch', messageId: '<1@x>' })
    expect(petition.obligation('R11')).toMatchObject({ dueAt: summerEnd('2026-06-12') })
    expect(petition.obligation('R10')).toBeUndefined()
    petition.begin('2026-06-11T08:00:00.000Z')
    expect(petition.obligation('R11')?.metAt).toBe('2026-06-11T08:00:00.000Z')
    expect(petition.told('consideration-begun')).toEqual(['author', 'ngo'])
  })
})

describe('R12: the head passes the petition on by the next working day', () => {
  it('is owed by the head and met by the transfer', () => {
    const petition = reached()
    expect(petition.obligation('R12')).toMatchObject({ actor: 'head', dueAt: summerEnd('2026-06-11') })
    petition.do('2026-06-10T12:00:00.000Z', { type: 'transfer', by: by('head') })
    expect(petition.obligation('R12')?.metAt).toBe('2026-06-10T12:00:00.000Z')
    expect(() => petition.do('2026-06-10T13:00:00.000Z', { type: 'transfer', by: by('head') })).toThrow(
      'already-done',
    )
  })
})

describe('R13: considered within 10 working days of the publication that it has begun', () => {
  it('counts them by the calendar, or fewer where the council set fewer', () => {
    const petition = collecting().reach('2026-06-23T08:00:00.000Z').begin('2026-06-24T08:00:00.000Z')
    expect(petition.obligation('R13')).toMatchObject({ actor: 'council', dueAt: summerEnd('2026-07-08') })
    const settings = { ...community.settings, consideration: { unit: 'working-days', count: 5 } as const }
    const quick = new Case(SUBMITTED, { community: { ...community, settings } }).publish(PUBLISHED)
    quick.reach('2026-06-23T08:00:00.000Z').begin('2026-06-24T08:00:00.000Z')
    expect(quick.obligation('R13')?.dueAt).toBe(summerEnd('2026-07-01'))
  })
})

describe('R14: a draft decision in the council’s own term', () => {
  it('is owed only where the statute sets a term', () => {
    const order = { type: 'order-draft', by: by('head') } as const
    const without = reached().begin('2026-06-11T08:00:00.000Z')
    without.do('2026-06-11T09:00:00.000Z', order)
    expect(without.obligation('R14')).toBeUndefined()
    const settings = { ...community.settings, draftDecision: { unit: 'working-days', count: 4 } as const }
    const petition = new Case(SUBMITTED, { community: { ...community, settings } }).publish(PUBLISHED)
    petition.reach(REACHED).begin('2026-06-11T08:00:00.000Z')
    petition.do('2026-06-11T09:00:00.000Z', order)
    expect(petition.obligation('R14')).toMatchObject({ actor: 'secretary', dueAt: summerEnd('2026-06-17') })
    expect(petition.told('draft-ordered')).toEqual(['secretary'])
  })
})

describe('R16: hearings extend consideration, with a reason', () => {
  const extension = {
    type: 'extend',
    by: by('head'),
    dueOn: '2026-07-20',
    reason: 'Слухання 15 липня',
  } as const

  it('moves the due instant of R13 and publishes why', () => {
    const petition = reached({ wantsHearing: true }).begin('2026-06-11T08:00:00.000Z')
    petition.do('2026-06-12T08:00:00.000Z', extension)
    expect(petition.obligation('R13')?.dueAt).toBe(summerEnd('2026-07-20'))
    expect(view(petition).deadlines.find((one) => one.rule === 'R13')?.extension?.reason).toBe(
      'Слухання 15 липня',
    )
    expect(petition.told('extended')).toEqual(['author'])
  })

  it('is refused where no hearing was asked for, or the new day is not later', () => {
    const without = reached().begin('2026-06-11T08:00:00.000Z')
    expect(() => without.do('2026-06-12T08:00:00.000Z', extension)).toThrow('hearing-not-asked')
    const petition = reached({ wantsHearing: true }).begin('2026-06-11T08:00:00.000Z')
    expect(() => petition.do('2026-06-12T08:00:00.000Z', { ...extension, dueOn: '2026-06-15' })).toThrow(
      'due-not-later',
    )
  })
})

describe('R17: the head announces by the next working day', () => {
  it('keeps the outcome unsaid until then', () => {
    const petition = reached().begin('2026-06-11T08:00:00.000Z').decide('2026-06-19T08:00:00.000Z')
    expect(petition.obligation('R17')).toMatchObject({ actor: 'head', dueAt: summerEnd('2026-06-22') })
    expect(petition.told('decided')).toEqual(['head'])
    expect(JSON.stringify(view(petition))).not.toContain('"outcome"')
    expect(JSON.stringify(view(petition))).not.toContain('Рішення № 5')
    petition.announce('2026-06-22T08:00:00.000Z')
    expect(petition.obligation('R17')?.metAt).toBe('2026-06-22T08:00:00.000Z')
    expect(view(petition).outcome).toBe('supported')
  })
})

describe('R18: the answer with its reasons by the next working day, with written copies', () => {
  it('is met by the answer and mailed to the author and the NGO', () => {
    const petition = reached({ host: ngoHost })
    petition.do('2026-06-10T08:05:00.000Z', { type: 'dispatch', messageId: '<1@x>' })
    petition.begin('2026-06-11T08:00:00.000Z').decide('2026-06-19T08:00:00.000Z')
    expect(petition.obligation('R18')).toMatchObject({ actor: 'council', dueAt: summerEnd('2026-06-22') })
    expect(() => petition.answer('2026-06-19T09:00:00.000Z')).toThrow('wrong-status')
    petition.announce('2026-06-19T09:00:00.000Z').answer('2026-06-22T08:00:00.000Z')
    expect(petition.obligation('R18')?.metAt).toBe('2026-06-22T08:00:00.000Z')
    expect(petition.told('answered')).toEqual(['author', 'ngo'])
    expect(petition.petition.status).toBe('answered')
  })
})

describe('R20: count and dates are kept at least three years', () => {
  it('goes to the archive only after them, and still shows count and dates', () => {
    const petition = reached().begin('2026-06-11T08:00:00.000Z').decide('2026-06-12T08:00:00.000Z')
    petition.announce('2026-06-12T09:00:00.000Z').answer('2026-06-12T10:00:00.000Z')
    expect(petition.petition.keepUntil).toBe(summerEnd('2029-06-01'))
    expect(petition.do('2029-06-01T20:00:00.000Z', { type: 'tick' })).not.toContain('archived')
    expect(petition.do('2029-06-01T21:00:00.000Z', { type: 'tick' })).toContain('archived')
    expect(view(petition)).toMatchObject({
      status: 'archived',
      publishedAt: PUBLISHED,
      closesOn: '2026-07-31',
    })
  })
})

describe('names are kept for a term of their own, never shorter than the count', () => {
  const archived = (namesKeptYears?: number) => {
    const settings = { ...community.settings, ...(namesKeptYears && { namesKeptYears }) }
    const petition = new Case(SUBMITTED, { community: { ...community, settings } }).publish(PUBLISHED)
    petition.do('2026-06-10T08:00:00.000Z', { type: 'withdraw', by: by('author') })
    expect(petition.do('2029-06-01T21:00:00.000Z', { type: 'tick' })).toContain('archived')
    return petition
  }
  const erase = { type: 'record-erasure', number: 2 } as const

  it.each([
    [undefined, summerEnd('2029-06-01')],
    [1, summerEnd('2029-06-01')],
    [5, summerEnd('2031-06-01')],
  ])('%s years set: to be erased from %s on', (years, at) => {
    const petition = archived(years)
    expect(erasureAt(petition.petition)).toBe(at)
    expect(nextDueAt(petition.petition, petition.calendar)).toBeUndefined()
  })

  it('are not erased before, nor from outside the archive, and once', () => {
    const petition = archived(5)
    expect(() => petition.do('2031-06-01T20:00:00.000Z', erase)).toThrow('wrong-status')
    expect(petition.do('2031-06-01T21:00:00.000Z', erase)).toEqual(['names-erased'])
    expect(petition.do('2031-06-01T21:01:00.000Z', erase)).toEqual([])
    expect(petition.petition).toMatchObject({
      status: 'archived',
      namesErasedAt: '2031-06-01T21:00:00.000Z',
    })
    expect(erasureAt(petition.petition)).toBeUndefined()
    expect(erasureAt(collecting().petition)).toBeUndefined()
    expect(() => collecting().do('2031-06-01T21:00:00.000Z', erase)).toThrow('wrong-status')
  })
})

describe('R21: the author may appeal', () => {
  it('is cited by the answer', () => {
    const petition = reached().begin('2026-06-11T08:00:00.000Z').decide('2026-06-12T08:00:00.000Z')
    petition.announce('2026-06-12T09:00:00.000Z').answer('2026-06-12T10:00:00.000Z')
    expect(view(petition).events.at(-1)?.rules).toEqual(expect.arrayContaining(['R18', 'R21']))
  })
})

describe('what time alone brings about', () => {
  it('reminds at nine one working day before and on the day, then says overdue on the due instant', () => {
    const petition = new Case(SUBMITTED)
    const at = () => nextDueAt(petition.petition, petition.calendar)
    expect(at()).toBe('2026-06-01T06:00:00.000Z')
    petition.do(at()!, { type: 'tick' })
    expect(at()).toBe('2026-06-02T06:00:00.000Z')
    petition.do(at()!, { type: 'tick' })
    expect(petition.told('reminder')).toEqual(['moderator', 'moderator'])
    expect(at()).toBe(summerEnd('2026-06-02'))
    petition.do(at()!, { type: 'tick' })
    expect(petition.told('overdue')).toEqual(['moderator', 'head', 'council', 'operator'])
    expect(petition.events.at(-1)).toMatchObject({ type: 'overdue', at: summerEnd('2026-06-02') })
    expect(view(petition, summerEnd('2026-06-02')).deadlines[0]?.status).toBe('overdue')
    expect(at()).toBeUndefined()
  })

  it('says each thing once, and no reminder comes after the due instant', () => {
    const petition = new Case(SUBMITTED)
    expect(petition.do('2026-07-01T08:00:00.000Z', { type: 'tick' })).toEqual(['overdue'])
    expect(petition.do('2026-07-02T08:00:00.000Z', { type: 'tick' })).toEqual([])
  })

  it('counts a winter day to its own end, two hours from UTC', () => {
    const petition = new Case('2026-10-23T08:00:00.000Z')
    expect(petition.obligation('R2')?.dueAt).toBe(winterEnd('2026-10-27'))
  })
})

describe('withdrawing', () => {
  it('frees the moderator and tells the council', () => {
    const petition = new Case(SUBMITTED)
    petition.do(PUBLISHED, { type: 'withdraw', by: by('author') })
    expect(petition.obligation('R2')?.droppedAt).toBe(PUBLISHED)
    expect(petition.told('withdrawn')).toEqual(['council'])
    expect(nextDueAt(petition.petition, petition.calendar)).toBeUndefined()
  })

  it('is over once the threshold is reached', () => {
    expect(() => reached().do(REACHED, { type: 'withdraw', by: by('author') })).toThrow('wrong-status')
  })
})

function view(petition: Case, now = '2026-06-30T08:00:00.000Z', count = 0) {
  const log = { applied: count, count }
  const notices = petition.notices.map((notice) => ({ ...notice, status: 'pending' as const, attempts: 0 }))
  return projectPetition({
    petition: petition.petition,
    events: petition.events,
    notices,
    log,
    community,
    calendar: petition.calendar,
    now,
  })
}
