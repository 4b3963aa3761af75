import { expect, it } from 'vitest'
import { excerpt } from '../../web/excerpt'
import { sitemap } from '../../web/sitemap'

it('a map of many pages is an index of parts, each page in one of them', () => {
  const pages = Array.from({ length: 10_001 }, (_, n) => ({ path: `/petitions/p${n}` }))
  const files = sitemap('https://petitions.example', pages)
  expect(Object.keys(files)).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'])
  expect(files['sitemap.xml']?.match(/<loc>https:\/\/petitions\.example\/sitemap-\d\.xml</g)).toHaveLength(3)
  const { 'sitemap.xml': _, ...parts } = files
  expect(Object.values(parts).flatMap((body) => body.match(/<loc>/g))).toHaveLength(20_002)
  for (const body of Object.values(parts)) expect(body.length).toBeLessThan(50 * 1024 * 1024)
})

it('an excerpt ends at a word, and never within a character', () => {
  expect(excerpt('Коротко.\n\nІ ясно.', 160)).toBe('Коротко. І ясно.')
  expect(excerpt('один два три чотири', 14)).toBe('один два три…')
  expect(excerpt('🏫'.repeat(20), 10)).toBe(`${'🏫'.repeat(9)}…`)
})
