import type { Hono } from 'hono'
import type { Platform } from '../composition'
import { createSearch } from '../search/app'
import { searchDirectory } from '../search/directory'

export type SearchPlatform = Pick<Platform, 'clock' | 'objects'>

/** The search of petitions on a platform. */
export function composeSearch({ clock, objects }: SearchPlatform): Hono {
  return createSearch({ clock, directory: searchDirectory(objects, () => performance.now()) })
}
