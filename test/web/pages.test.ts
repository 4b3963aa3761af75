import { describe, expect, it } from 'vitest'
import { STAFF_ACTIONS } from '../../shared/http/staff-actions'
import { LOCALES } from '../../shared/locale'
import { RULES } from '../../shared/petition/rules'
import { rootObjects } from '../../web/objects'
import { textsOf } from '../../web/texts'
import { everyPage, pagesWith, petitionPage } from './all-pages'
import { deadline, everyPetition, HOSTILE, hostilePetition, petitionIn, TODAY } from './fixtures'

describe.each(LOCALES)('every page in %s', (locale) => {
  const pages = Object.entries(everyPage(locale))

  it.each(pages)('%s is a whole document in its language', (name, html) => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`))
    expect(html).toMatch(/<title>[^<]{4,}<\/title>/)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    // A frame on another site has nothing before its content to skip.
    expect(html.includes('<a class="skip" href="#main">')).toBe(!name.startsWith('framed'))
    expect(html).not.toMatch(/undefined|\[object |NaN|\{n\}<|Invalid Date/)
  })

  it.each(pages)('%s obeys a strict content security policy', (_name, html) => {
    expect(html).not.toMatch(/<[^>]* style=/)
    expect(html).not.toMatch(/<[^>]* on[a-z]+=/)
    expect(html).not.toMatch(/<style|javascript:/)
    // What is no script by its type is never run, and so no matter of the policy.
    for (const [script] of html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>[^<]*/g))
      expect(script).toMatch(/ src="\/(?:assets\/[^"]+|embed\/viche\.js)">$/)
  })

  it.each(pages)('%s labels every input and repeats no id', (_name, html) => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const fields = [...html.matchAll(/<(?:input|textarea|select)([^>]*)>/g)].map(
      ([, attributes]) => attributes!,
    )
    for (const field of fields.filter((one) => !one.includes('type="hidden"'))) {
      const [, id] = / id="([^"]+)"/.exec(field)!
      expect(html).toContain(`for="${id}"`)
    }
  })

  it.each(
    Object.entries(pagesWith(locale, hostilePetition)),
  )('%s shows hostile text as text', (_name, html) => {
    expect(html).not.toContain(HOSTILE)
    expect(html).not.toMatch(/<img src=x|<script>|<[^>]* on[a-z]+="alert/)
    // Outside of quoted values no tag holds anything of it.
    for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|[^">])*>/g))
      expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/alert|onerror|onmouseover/)
  })

  it('names both languages and leads to the same page in the other', () => {
    const other = locale === 'uk' ? '/en/petitions/4k2m9x7qbd' : '/petitions/4k2m9x7qbd'
    expect(petitionPage(locale)).toContain(`class="language" href="${other}"`)
  })

  it('tells the law by the rule table', () => {
    const { about } = everyPage(locale)
    for (const rule of RULES) expect(about).toContain(`id="${rule.id}"`)
  })
})

describe('the petition page', () => {
  const html = (status: Parameters<typeof petitionIn>[0]) => everyPage('uk')[`petition ${status}`]!

  it.each(everyPetition)('shows the status in words: $status', ({ status, outcome }) => {
    const word = textsOf('uk').petition.statuses[status]
    expect(html(status)).toContain(
      `<span class="badge ${status}">${word}${outcome && status === 'answered' ? ': підтримано' : ''}`,
    )
  })

  it('shows start date, last day, count, threshold and who signed (R5)', () => {
    for (const words of [
      '132 підписи',
      'Необхідна кількість підписів: 250',
      '10\u00a0квітня 2026 року',
      '9\u00a0червня 2026 року',
    ])
      expect(html('collecting')).toContain(words)
    expect(html('collecting')).toContain('href="/petitions/4k2m9x7qbd/signers/1"')
    expect(html('collecting')).toContain('Залишилося 20 днів')
  })

  it('offers to sign only while that is possible', () => {
    for (const { status, signable } of everyPetition)
      expect(html(status).includes('href="/petitions/4k2m9x7qbd/sign"'), status).toBe(signable)
  })

  it('cites the item of the statute for every deadline', () => {
    for (const petition of everyPetition)
      for (const { source, rule } of petition.deadlines)
        expect(html(petition.status)).toContain(`${source.uk} (${rule})`)
  })

  it('shows an obligation that was missed as overdue', () => {
    expect(html('threshold-reached')).toContain('<strong>Прострочено</strong>')
    expect(html('threshold-reached')).toContain('залишилося 2 робочі дні')
    expect(html('moderation')).toContain('останній день — сьогодні')
  })

  it('tells the ground of a refusal (R3)', () => {
    expect(html('refused')).toContain('у петиції не викладено суть звернення (п. 3)')
  })

  it('tells the reasons and the right to appeal with the answer (R18, R21)', () => {
    expect(html('answered')).toContain('Обґрунтування')
    expect(html('answered')).toContain('Право на оскарження')
  })

  it('says that a petition short of signatures is an ordinary appeal (R8)', () => {
    expect(html('appeal')).toContain('Зібрано 132 підписи — менше, ніж потрібно')
    expect(html('appeal')).toContain('Ш-118')
  })
})

describe('pages with people’s names or tokens', () => {
  it.each([
    'signers collecting',
    'confirm collecting',
    'author collecting',
    'desk collecting',
    'result collecting',
  ])('%s keeps search engines away', (name) => {
    expect(everyPage('uk')[name]).toContain('<meta name="robots" content="noindex"/>')
  })

  it('lists the names of signers with the day and nothing else', () => {
    expect(everyPage('uk')['signers collecting']).toContain('<time datetime="2026-05-20">20.05.2026</time>')
  })

  it('shows the information text before signing word for word', () => {
    expect(everyPage('uk')['sign collecting']).toContain(
      'Підписуючи петицію, я поінформований(-а), що мої прізвище, ім’я, по батькові та дата підписання оприлюднюються у переліку осіб, які підписали петицію (стаття 23-1 Закону України «Про звернення громадян»). Інші дані використовуються лише для перевірки особи й не оприлюднюються.',
    )
  })
})

describe('the desk', () => {
  it('posts every action with the token against forged requests', () => {
    const html = everyPage('uk')['desk-petition moderation']!
    const forms = [
      ...html.matchAll(/<form(?: id="[^"]+")? method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs),
    ]
    // An answer has a page of its own.
    for (const action of STAFF_ACTIONS.filter((one) => one !== 'answer'))
      expect(forms.some(([, to]) => to!.endsWith(`/${action}`))).toBe(true)
    for (const [, to, body] of forms)
      expect(body, to).toContain('<input type="hidden" name="csrf" value="csrf-token"/>')
  })

  it('keeps what was typed into a form that is sent back', () => {
    const html = everyPage('uk')['desk-petition moderation']!
    expect(html).toContain('<a href="#reject-explanation">Заповніть.</a>')
    expect(html).toContain('&lt;img src=x')
    expect(html).toMatch(/<input type="radio"[^>]* value="hatred" checked/)
  })

  it('runs without scripts', () => {
    for (const [name, html] of Object.entries(everyPage('uk')))
      if (name.startsWith('desk')) expect(html, name).not.toContain('<script')
  })
})

describe('days left', () => {
  it('counts whole Kyiv days after today', async () => {
    const { daysLeftIn } = await import('../../web/components/petition/panel')
    expect(daysLeftIn('uk', TODAY, '2026-05-21')).toBe('Залишився 1 день')
    expect(daysLeftIn('uk', TODAY, '2026-05-23')).toBe('Залишилося 3 дні')
    expect(daysLeftIn('uk', TODAY, '2026-06-10')).toBe('Залишився 21 день')
    expect(daysLeftIn('uk', TODAY, TODAY)).toBe('Сьогодні останній день збору')
    expect(daysLeftIn('en', TODAY, '2026-05-19')).toBe('Collection has ended')
  })

  it('is absent where a deadline is no longer counted', () => {
    const { workingDaysLeft: _, ...open } = deadline('R10')
    const [html] = [pagesWith('uk', { ...petitionIn('consideration'), deadlines: [open] }).petition!]
    expect(html).toContain('<p class="state">Триває</p>')
  })
})

describe('objects of the root', () => {
  it('serves both languages with one page for what is not there', () => {
    const files = rootObjects('https://petitions.example')
    expect(files['404.html']).toContain('Такої сторінки немає')
    expect(files['404.html']).toContain('There is no such page')
    expect(files['robots.txt']).toContain('Disallow: /staff\n')
    expect(files['robots.txt']).toContain('\n\nSitemap: https://petitions.example/sitemap.xml\n')
    expect(files['favicon.svg']).toMatch(/^<svg[^>]*>.*<\/svg>\n$/)
  })
})
