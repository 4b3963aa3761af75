import { createContext, useContext } from 'hono/jsx'

/**
 * The site's own address, without a slash at its end, around pages that are published as files: what others are to
 * find them by is absolute. Undefined around pages that only their reader sees.
 */
export const PublicUrl = createContext<string | undefined>(undefined)

/** An address of the site as others have to be told it; from the site's root where its own address is not known. */
export function usePublicUrl(): (path: string) => string {
  const site = useContext(PublicUrl) ?? ''
  return (path) => `${site}${path}`
}
