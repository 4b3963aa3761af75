import type { Font, Glyph } from 'fontkit'

/** Letters, digits and signs that stand one after the other, each with a glyph of its own. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00bf\u0400-\u0482\u048a-\u04ff\u2010-\u2022\u2026\u2116]*$/

interface Position {
  xAdvance: number
  yAdvance: number
  xOffset: number
  yOffset: number
}

/** A run of glyphs as fontkit gives it; whoever has it may scale its positions. */
class PlainRun {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]

  constructor(glyphs: readonly Glyph[]) {
    this.glyphs = glyphs
    this.positions = glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }))
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
  }
}

/**
 * The font, laying out plain text without looking for ligatures and kerning, which costs several times as much and
 * shows little in this typeface. Other scripts are laid out in full.
 */
export function plainLayout(font: Font): Font {
  const known = new Map<string, Glyph>()
  const glyphOf = (character: string) => {
    const glyph = known.get(character) ?? font.glyphForCodePoint(character.codePointAt(0)!)
    known.set(character, glyph)
    return glyph
  }
  const layout = (text: string, ...rest: unknown[]) =>
    PLAIN.test(text)
      ? new PlainRun(Array.from(text, glyphOf))
      : (font.layout as (text: string, ...rest: unknown[]) => unknown).call(font, text, ...rest)
  return Object.create(font, { layout: { value: layout } }) as Font
}
