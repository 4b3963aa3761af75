import { create, type Font } from 'fontkit'
import type { BundledFiles } from '../ports/bundled-files'
import { plainLayout } from './plain-layout'

/** DejaVu Sans, which has Cyrillic, Latin, Greek, Hebrew, Arabic and the common signs. */
export interface Typeface {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  /** For typesetting. */
  readonly fonts: { readonly regular: Font; readonly bold: Font }
  /** The bold one's measures, kerning and all. */
  readonly boldMeasures: Font
  /** Whether the regular one has a glyph for every character of the text. */
  draws(character: string): boolean
}

export type Typefaces = () => Promise<Typeface>

/** The shipped typefaces, read once. */
export function typefaces(files: BundledFiles): Typefaces {
  let read: Promise<Typeface> | undefined
  return () => {
    read ??= open(files)
    return read
  }
}

async function open(files: BundledFiles): Promise<Typeface> {
  const [regular, bold] = await Promise.all([files.read('DejaVuSans.ttf'), files.read('DejaVuSans-Bold.ttf')])
  const measures = create(Buffer.from(regular)) as Font
  const boldMeasures = create(Buffer.from(bold)) as Font
  return {
    regular,
    bold,
    fonts: { regular: plainLayout(measures), bold: plainLayout(boldMeasures) },
    boldMeasures,
    draws: (character) => measures.hasGlyphForCodePoint(character.codePointAt(0)!),
  }
}
