import { describe, expect, it } from 'vitest'
import { iframeCode, policyCode, scriptCode } from '../../web/components/embed/snippets'
import { everyPage } from './all-pages'
import { HOSTILE } from './fixtures'

const site = 'https://petitions.example'
const petition = { id: '4k2m9x7qbd', title: 'Облаштувати «перехід»' }
const plain = { petition, lang: 'uk', theme: 'auto', size: 'full' } as const

describe('the code of the widget', () => {
  it('names script, petition, language, and a link for those who see no form', () => {
    expect(scriptCode(site, plain)).toBe(
      [
        '<script type="module" src="https://petitions.example/embed/viche.js"></script>',
        '<viche-petition petition="4k2m9x7qbd" lang="uk">',
        '  <a href="https://petitions.example/petitions/4k2m9x7qbd">Облаштувати «перехід»</a>',
        '</viche-petition>',
      ].join('\n'),
    )
  })

  it('says what was chosen, as attributes and as the frame’s address', () => {
    const chosen = { ...plain, lang: 'en', theme: 'dark', size: 'compact' } as const
    expect(scriptCode(site, chosen)).toContain('lang="en" theme="dark" size="compact">')
    expect(iframeCode(site, chosen)).toContain(
      'src="https://petitions.example/en/embed/4k2m9x7qbd?theme=dark&amp;size=compact"',
    )
  })

  it('leaves nothing of a hostile title that could act on the NGO’s page', () => {
    const hostile = { ...plain, petition: { ...petition, title: HOSTILE } }
    for (const code of [scriptCode(site, hostile), iframeCode(site, hostile)])
      expect(code.replaceAll(/"[^"]*"/g, '')).not.toMatch(/<img|<script>|<[^>]*onerror/)
  })

  it('tells what a content policy has to allow, and no more', () => {
    expect(policyCode(site)).toBe(
      'script-src https://petitions.example;\nframe-src https://petitions.example;',
    )
  })
})

describe('a framed petition', () => {
  const html = everyPage('uk')['framed collecting']!

  it('hides the form until its script is there, with a link in its place', () => {
    expect(html).toMatch(/<form method="post" hidden/)
    expect(html).toContain('href="/petitions/4k2m9x7qbd/sign" target="_blank" rel="noopener"')
  })

  it('says who collects, and leads nowhere within the frame', () => {
    expect(html).toContain('Введене у форму сторінка, на якій її розміщено, не бачить.')
    for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link).toContain('target="_blank"')
  })

  it('shows where a petition stands that can no longer be signed', () => {
    expect(everyPage('uk')['framed answered']).toContain('З відповіддю: підтримано')
    expect(everyPage('uk')['framed answered']).not.toContain('<form')
  })
})
