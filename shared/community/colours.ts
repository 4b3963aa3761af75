import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode,
  wcagContrast,
} from 'culori/fn'

useMode(modeRgb)
useMode(modeLrgb)
const oklch = useMode(modeOklch)

/** Two colours that a host chooses, as `#rrggbb`: of the band with its name, and of its links and buttons. */
export interface HostColours {
  readonly background: string
  readonly accent: string
}

/** All the colours of a host in one theme, as `#rrggbb`. */
export interface HostTheme {
  readonly band: string
  readonly onBand: string
  readonly accent: string
  readonly accentDeep: string
  readonly onAccent: string
}

/** A colour outside the limits, how far it is from what is needed, and the nearest one within them. */
export interface ColourFlaw {
  readonly field: keyof HostColours
  /** Contrast that there is, in the scale of WCAG 2.2 (1 to 21). */
  readonly contrast: number
  readonly nearest: string
}

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is no text. */
export const TEXT_CONTRAST = 4.5
export const SHAPE_CONTRAST = 3

/** What text stands on in the site's two themes: ground, paper, surface (`web/design/light.css`, `dark.css`). */
export const GROUNDS = {
  light: ['#fbf9f4', '#ffffff', '#f3efe6'],
  dark: ['#12141f', '#1a1d2c', '#20243a'],
} as const
/** What stands on a host's own colours. */
const INKS = ['#1b1e38', '#ffffff'] as const

export const HEX_COLOUR = /^#[0-9a-f]{6}$/

/** What is wrong with the colours; empty where they may be worn. */
export function colourFlaws({ background, accent }: HostColours): ColourFlaw[] {
  return [
    ...flawOf('background', background, (colour) => bestInk(colour).contrast),
    ...flawOf('accent', accent, (colour) => onGround(colour, 'light')),
  ]
}

/**
 * The colours of both themes, each text on its ground with at least 4.5:1 and each shape with 3:1: what the host chose
 * in the light theme, and the same hues in the dark one.
 */
export function themesOf({ background, accent }: HostColours): Record<'light' | 'dark', HostTheme> {
  const onDark = nearest(
    accent,
    (colour) => Math.min(onGround(colour, 'dark'), bestInk(colour).contrast) >= TEXT_CONTRAST,
  )
  const bandInDark = nearest(background, (colour) => wcagContrast(colour, INKS[1]) >= TEXT_CONTRAST)
  return {
    light: themeOf(background, accent, -0.08),
    dark: themeOf(bandInDark, onDark, 0.08),
  }
}

function themeOf(band: string, accent: string, deeper: number): HostTheme {
  return {
    band,
    onBand: bestInk(band).ink,
    accent,
    accentDeep: shifted(accent, deeper),
    onAccent: bestInk(accent).ink,
  }
}

function flawOf(field: keyof HostColours, colour: string, contrastOf: (colour: string) => number) {
  const contrast = contrastOf(colour)
  if (contrast >= TEXT_CONTRAST) return []
  return [{ field, contrast, nearest: nearest(colour, (one) => contrastOf(one) >= TEXT_CONTRAST) }]
}

/** The colour itself, else the one of its hue whose lightness is nearest among those that pass. */
function nearest(colour: string, passes: (colour: string) => boolean): string {
  for (let step = 0; step <= 200; step++) {
    for (const sign of [-1, 1]) {
      const candidate = step === 0 ? colour : shifted(colour, (sign * step) / 200)
      if (passes(candidate)) return candidate
    }
  }
  throw new Error(`no colour near ${colour} passes`)
}

/** Lighter or darker by a share of the whole scale, the hue kept and the chroma what a screen can show. */
function shifted(colour: string, by: number): string {
  const { l, ...rest } = oklch(colour) as Oklch
  const lightness = Math.min(1, Math.max(0, l + by))
  return formatHex(clampChroma({ ...rest, l: lightness }, 'oklch'))
}

/** Contrast on that ground of a theme on which it is least. */
function onGround(colour: string, theme: keyof typeof GROUNDS): number {
  return Math.min(...GROUNDS[theme].map((ground) => wcagContrast(colour, ground)))
}

function bestInk(ground: string): { readonly ink: string; readonly contrast: number } {
  const [first, second] = INKS.map((ink) => ({ ink, contrast: wcagContrast(ink, ground) }))
  return first!.contrast >= second!.contrast ? first! : second!
}
