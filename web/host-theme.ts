import { type HostColours, type HostTheme, themesOf } from '../shared/community/colours'

/**
 * A host's colours as a stylesheet of its own: the content policy lets no page style itself. The band has the host's
 * ground; links and buttons of the page's main part, and nothing of the site around it, have its accent.
 */
export function hostThemeSheet(colours: HostColours): string {
  const { light, dark } = themesOf(colours)
  return `${rulesOf(light)}\n@media (prefers-color-scheme: dark) {\n${rulesOf(dark)}\n}\n`
}

function rulesOf({ band, onBand, accent, accentDeep, onAccent }: HostTheme): string {
  return `main { --host: ${band}; --on-host: ${onBand}; --brand: ${accent}; --brand-deep: ${accentDeep}; --brand-ground: var(--surface); --on-brand: ${onAccent}; }`
}
