/** How long one answer may look through petitions; the function itself ends after ten seconds. */
const SEARCH_MS = 6000

/** Whether there is time to look further, counted from now. */
export function searchTime(): () => boolean {
  const end = performance.now() + SEARCH_MS
  return () => performance.now() < end
}
