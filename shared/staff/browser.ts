/** Families of browsers and systems as a user agent tells them, the more particular first. */
const BROWSERS = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
] as const
const SYSTEMS = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['macos', /\bMac OS X\b/],
  ['linux', /\bLinux\b/],
] as const

export type BrowserFamily = (typeof BROWSERS)[number][0] | 'other'
export type SystemFamily = (typeof SYSTEMS)[number][0] | 'other'

/** What is kept of a user agent: no version, no device. */
export interface Browser {
  readonly browser: BrowserFamily
  readonly system: SystemFamily
}

export function browserOf(userAgent: string): Browser {
  return { browser: familyIn(BROWSERS, userAgent), system: familyIn(SYSTEMS, userAgent) }
}

function familyIn<F extends string>(families: readonly (readonly [F, RegExp])[], agent: string): F | 'other' {
  return families.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'other'
}
