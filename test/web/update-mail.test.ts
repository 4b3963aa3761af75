import { describe, expect, it } from 'vitest'
import type { Status } from '../../shared/petition/petition'
import { UPDATES, type UpdateKind } from '../../shared/petition/updates'
import { renderUpdate, type UpdateMail } from '../../web/mail/update'
import { deadline, HOSTILE, hostilePetition, petitionIn } from './fixtures'

const publicUrl = 'https://viche.example'
const optOut = `${publicUrl}/updates?token=a.b_c-d`

/** In what state a petition is when its followers are told so. */
const STATES: Partial<Record<UpdateKind, Status>> = {
  answered: 'answered',
  announced: 'answered',
  'consideration-begun': 'consideration',
  extended: 'consideration',
  'collection-ended': 'appeal',
  'appeal-answered': 'appeal',
  'collection-resumed': 'collecting',
  withdrawn: 'withdrawn',
}

const newsOf = (kind: UpdateKind, locale: UpdateMail['locale'], petition?: UpdateMail['petition']) =>
  renderUpdate({
    kind,
    locale,
    data: { count: 250 },
    petition: petition ?? {
      ...petitionIn(STATES[kind] ?? 'threshold-reached'),
      deadlines: [deadline('R13'), deadline('R8')],
    },
    optOut,
    publicUrl,
  })

describe.each(UPDATES)('news of %s', (kind) => {
  it.each([
    'uk',
    'en',
  ] as const)('in %s is short, whole, leads to the petition and out of such mails', (locale) => {
    const { subject, text, html } = newsOf(kind, locale)
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object |NaN|Invalid| \./)
    expect(text.length).toBeLessThan(900)
    const page = `${publicUrl}${locale === 'en' ? '/en' : ''}/petitions/4k2m9x7qbd`
    for (const link of [page, optOut]) {
      expect(text).toContain(`:\n${link}`)
      expect(html).toContain(`href="${link}"`)
    }
    if (locale === 'en') expect(text.replace(petitionIn('collecting').title, '')).not.toMatch(/[а-яіїєґ]/i)
  })

  it('shows hostile text as text', () => {
    const { subject, html } = newsOf(kind, 'uk', hostilePetition)
    expect(html).not.toContain(HOSTILE)
    expect(subject).not.toMatch(/[\r\n]/)
  })
})

it('says what was decided, and by when a step is due', () => {
  expect(newsOf('announced', 'uk').text).toContain('Рішення: Підтримано')
  expect(newsOf('answered', 'en').text).toContain('Decision: Supported')
  expect(newsOf('consideration-begun', 'uk').text).toContain('Строк розгляду: до 22\u00a0травня 2026 року')
})
