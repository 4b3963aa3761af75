/**
 * Wears the light or the dark theme whatever the device prefers: the styles of the dark one stand under a media
 * query, which is made to hold always or never. Any other name leaves the choice to the device.
 */
export function wear(theme: string | null): void {
  if (theme !== 'light' && theme !== 'dark') return
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('prefers-color-scheme'))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all'
    }
  }
  document.documentElement.style.colorScheme = theme
}
