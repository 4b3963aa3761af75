import { describe, expect, it } from 'vitest'
import { NOTICES, type NoticeKind } from '../../shared/petition/notices'
import type { Status } from '../../shared/petition/petition'
import { ruleOf } from '../../shared/petition/rules'
import { renderLink } from '../../web/mail/link'
import { type NoticeMail, renderNotice } from '../../web/mail/notice'
import { deadline, HOSTILE, hostilePetition, NOW, ngo, petitionIn } from './fixtures'

const publicUrl = 'https://viche.example'

/** In what state a petition is when a notice of this kind is sent. */
const STATES: Partial<Record<NoticeKind, Status>> = {
  'moderation-due': 'moderation',
  submitted: 'moderation',
  refused: 'refused',
  answered: 'answered',
  announced: 'answered',
  extended: 'consideration',
  'appeal-registered': 'appeal',
  'appeal-answered': 'appeal',
  'collection-ended': 'appeal',
}

function mailFor(kind: NoticeKind, to: string, rule?: string, over: Partial<NoticeMail> = {}) {
  const petition = petitionIn(STATES[kind] ?? 'threshold-reached')
  return renderNotice({ kind, to, rule, data: {}, petition, host: ngo, publicUrl, now: NOW, ...over })
}

const rows = NOTICES.flatMap(({ kind, to, rule }) => to.map((role) => ({ kind, role, rule })))

describe.each(rows)('$kind to $role by $rule', ({ kind, role, rule }) => {
  const mail = mailFor(kind, role, rule)

  it('cites the item of the statute in both languages', () => {
    if (!rule) return expect(mail.text).not.toContain('Підстава:')
    const { item } = ruleOf(rule)
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain(`${item.uk} (${rule})`)
      expect(body).toContain(`${item.en} (${rule})`)
    }
  })

  it('is Ukrainian first, English below, with nothing left open', () => {
    expect(mail.text.indexOf('Добрий день!')).toBe(0)
    expect(mail.text.indexOf('Hello!')).toBeGreaterThan(0)
    expect(mail.subject).toMatch(/№/)
    expect(mail.subject).not.toContain('\n')
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/undefined|\[object |NaN|Invalid/)
  })
})

describe('notices about obligations', () => {
  const data = { rule: 'R13', openedBy: 4, dueAt: '2026-06-12T20:59:59.999Z' }

  it.each(['reminder', 'strict-passed', 'overdue'] as const)('%s names rule, duty and day', (kind) => {
    const { text } = mailFor(kind, 'operator', undefined, { data })
    expect(text).toContain('п. 12 Положення про електронні петиції (R13)')
    expect(text).toContain('розглянути петицію')
    expect(text).toContain('12\u00a0червня 2026 року')
    expect(text).toContain('Відповідальний: рада')
    expect(text).toContain('https://viche.example/staff/petitions/4k2m9x7qbd')
  })
})

describe('what the law wants in a notice', () => {
  it('R9: start, sending, total, length, list of signers, the organisation and its address', () => {
    const { text } = mailFor('dossier', 'council', 'R9', { data: { count: 250 } })
    for (const words of [
      'Дата початку збору: 10\u00a0квітня 2026 року, 11:30',
      'Дата надсилання: 20\u00a0травня 2026 року, 12:00',
      'Загальна кількість підписів: 250 підписів',
      'Строк збору підписів: 60 календарних днів',
      'https://viche.example/petitions/4k2m9x7qbd/signers/1',
      'Громадське об’єднання: ГО «Громада онлайн»',
      'info@hromada.example',
    ])
      expect(text).toContain(words)
  })

  it('R3: the ground and the explanation', () => {
    const { text } = mailFor('refused', 'author', 'R3')
    expect(text).toContain('Підстава відмови: у петиції не викладено суть звернення (п. 3)')
    expect(text).toContain('> Додайте, що саме просите зробити.')
  })

  it('R18: the whole answer with its reasons, and the right to appeal (R21)', () => {
    const { text } = mailFor('answered', 'author', 'R18')
    expect(text).toContain('> Перехід облаштують до 1 вересня 2026 року.')
    expect(text).toContain('> Кошти передбачено програмою безпеки руху.')
    expect(text).toContain('п. 20')
  })

  it('names the due day of what comes next', () => {
    const petition = { ...petitionIn('consideration'), deadlines: [deadline('R13')] }
    const { text } = mailFor('consideration-begun', 'author', 'R10', { petition })
    expect(text).toContain('Строк розгляду: до 22\u00a0травня 2026 року')
  })
})

describe('hostile text', () => {
  it('stays text in every mail', () => {
    for (const { kind, role, rule } of rows) {
      const { html, subject } = mailFor(kind, role, rule, { petition: hostilePetition })
      expect(html).not.toContain(HOSTILE)
      expect(html).not.toMatch(/<img|<script/)
      expect(subject).not.toMatch(/[\r\n]/)
    }
  })
})

describe.each(['sign', 'submit', 'author', 'sign-in'] as const)('the link to %s', (purpose) => {
  const url = `${publicUrl}/confirm?token=a.b_c-d`
  const mail = renderLink({ purpose, locale: 'en', url, petitionTitle: HOSTILE, hours: 72 })

  it('stands in text and HTML, in the asker’s language first', () => {
    expect(mail.text).toContain(`:\n${url}\n`)
    expect(mail.html).toContain(`href="${url}"`)
    expect(mail.text.indexOf('Hello!')).toBe(0)
    expect(mail.text).toContain('Посилання діє не довше 72 годин.')
    expect(mail.html).not.toContain(HOSTILE)
  })
})
