import type { Route } from '../topology'

/** The first route that a path matches, undefined where none does. */
export function routeOf(path: string, routes: readonly Route[]): Route | undefined {
  return routes.find((route) => patternOf(route.path).test(path))
}

const patterns = new Map<string, RegExp>()

/** CloudFront's path patterns: `*` stands for any run of characters, `?` for one; case counts. */
function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known) return known
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  const compiled = new RegExp(`^${source}$`, 's')
  patterns.set(pattern, compiled)
  return compiled
}
