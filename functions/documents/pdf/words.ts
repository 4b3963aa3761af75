/** A title that stands in XML as it is: the library does not escape it there. */
export function withoutMarkup(text: string): string {
  return withoutControls(text).replaceAll('&', '+').replace(/[<>]/g, '')
}

export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

/** As much of a text as fits, with «…» where something is left out. */
export function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text
  const kept = [...text]
  while (kept.length > 0 && !fits(`${kept.join('')}…`)) kept.pop()
  return `${kept.join('').trimEnd()}…`
}
