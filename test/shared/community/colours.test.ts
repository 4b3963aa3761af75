import { readFileSync } from 'node:fs'
import { wcagContrast } from 'culori/fn'
import { describe, expect, it } from 'vitest'
import {
  colourFlaws,
  GROUNDS,
  HEX_COLOUR,
  SHAPE_CONTRAST,
  TEXT_CONTRAST,
  themesOf,
} from '../../../shared/community/colours'
import { changedFields, frontForm, frontOf } from '../../../shared/community/front'
import { hostThemeSheet } from '../../../web/host-theme'

/** A grid over all colours. */
const STEPS = ['00', '40', '80', 'c0', 'ff']
const everyColour = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `#${r}${g}${b}`)))

describe('colours of a host', () => {
  it('are refused with the nearest that passes where text could not be read', () => {
    const [flaw, ...more] = colourFlaws({ background: '#1f4e79', accent: '#f0b429' })
    expect(more).toEqual([])
    expect(flaw).toMatchObject({ field: 'accent', contrast: expect.closeTo(1.6, 0) })
    expect(colourFlaws({ background: '#1f4e79', accent: flaw!.nearest })).toEqual([])
    expect(flaw!.nearest).not.toBe('#f0b429')
  })

  it('are taken as they are where they pass', () => {
    expect(colourFlaws({ background: '#7a1f2b', accent: '#8f2436' })).toEqual([])
    expect(themesOf({ background: '#7a1f2b', accent: '#8f2436' }).light).toMatchObject({
      band: '#7a1f2b',
      onBand: '#ffffff',
      accent: '#8f2436',
    })
  })

  it('whatever is offered or accepted can be read in both themes', () => {
    for (const background of everyColour) {
      const accent = everyColour[(everyColour.indexOf(background) * 37 + 11) % everyColour.length]!
      const wanted = { background, accent }
      const offered = Object.fromEntries(colourFlaws(wanted).map(({ field, nearest }) => [field, nearest]))
      const colours = { ...wanted, ...offered }
      expect(colourFlaws(colours), JSON.stringify(wanted)).toEqual([])
      for (const name of ['light', 'dark'] as const) {
        const theme = themesOf(colours)[name]
        for (const [text, ground] of [
          [theme.onBand, theme.band],
          ...GROUNDS[name].map((ground) => [theme.accent, ground] as const),
          [theme.onAccent, theme.accent],
        ] as const) {
          expect(text).toMatch(HEX_COLOUR)
          expect(wcagContrast(text, ground), `${name} ${JSON.stringify(colours)}`).toBeGreaterThanOrEqual(
            TEXT_CONTRAST,
          )
        }
        for (const ground of GROUNDS[name])
          expect(wcagContrast(theme.accentDeep, ground)).toBeGreaterThanOrEqual(SHAPE_CONTRAST)
      }
    }
  })

  it('stand in a stylesheet that reaches the main part alone', () => {
    const sheet = hostThemeSheet({ background: '#7a1f2b', accent: '#8f2436' })
    expect(sheet).toMatch(/^main \{ --host: #7a1f2b; --on-host: #ffffff; --brand: #8f2436;/)
    expect(sheet).toMatch(/\n@media \(prefers-color-scheme: dark\) \{\nmain \{[^}]*\}\n\}\n$/)
  })
})

it('the grounds are those of the site', () => {
  for (const theme of ['light', 'dark'] as const) {
    const css = readFileSync(`web/design/${theme}.css`, 'utf8')
    const token = (name: string) => {
      const value = new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)![1]!
      return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value
    }
    expect(['ground', 'paper', 'surface'].map(token)).toEqual([...GROUNDS[theme]])
  }
})

describe('the form of a front', () => {
  it('takes both colours or neither, and no address but of the web', () => {
    const codes = (form: object) => frontForm.safeParse(form).error?.issues.map(({ path }) => path.join('.'))
    expect(codes({})).toBeUndefined()
    expect(codes({ background: '#1F4E79', accent: '#1f4e79' })).toBeUndefined()
    expect(codes({ background: '#1f4e79' })).toEqual(['accent'])
    expect(codes({ accent: 'red', background: '#1f4e79' })).toContain('accent')
    for (const site of ['javascript:alert(1)', 'data:text/html,x', 'example'])
      expect(codes({ site })).toEqual(['site'])
  })

  it('keeps the logo, counts versions, and names what changed', () => {
    const logo = { key: 'hosts/x/logo-1.png', width: 64, height: 64 }
    const before = { version: 3, logo, site: 'https://a.example/' }
    const now = frontOf({ aboutUk: 'Хто ми', site: 'https://a.example/' }, before)
    expect(now).toEqual({ version: 4, logo, site: 'https://a.example/', about: { uk: 'Хто ми' } })
    expect(changedFields(before, now)).toEqual(['about'])
  })
})
