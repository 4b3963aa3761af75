import { describe, expect, test } from 'vitest'
import { problemOf, problemResponse } from '../../../functions/http/problem'
import { PROBLEMS } from '../../../functions/http/problem-texts'
import { DomainError, type ProblemCode } from '../../../shared/problem'

describe.each(Object.keys(PROBLEMS) as ProblemCode[])('%s', (code) => {
  test('has its status and words in both languages', () => {
    const [uk, en] = [problemOf(new DomainError(code), 'uk'), problemOf(new DomainError(code), 'en')]
    expect(uk.type).toBe(`urn:viche:problem:${code}`)
    expect(uk.title).toMatch(/[а-яіїєґ]/i)
    expect(en.title + en.detail).not.toMatch(/[а-яіїєґ]/i)
    expect(uk.detail.endsWith('.') && en.detail.endsWith('.')).toBe(true)
    expect(uk.status).toBeGreaterThanOrEqual(400)
  })
})

test('an error nobody foresaw tells the client nothing', async () => {
  const response = problemResponse(new Error('table viche-prod, oksana@example.org'), 'uk')
  expect(response.status).toBe(500)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.text()).not.toMatch(/viche-prod|oksana/)
})

test('Retry-After is whole seconds, at least one', () => {
  const after = (retryAfter: number) =>
    problemResponse(new DomainError('too-many-requests', { retryAfter }), 'uk').headers.get('retry-after')
  expect([after(0.1), after(59.2), after(-3)]).toEqual(['1', '60', '1'])
})
