import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { WrongUsage } from './arguments'
import type { Words } from './words'

/** Whose log is to be verified, and where it lies. */
export type Target =
  | { readonly kind: 'site'; readonly base: string; readonly host: string; readonly petitionId: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly petitionId: string }

const ID = '[0-9a-z]{4,64}'

/**
 * Understands a petition's address (of its page in any language, its JSON or its log), with or without `https://`,
 * or a folder with the layout of a site.
 * @throws WrongUsage in the reader's words
 */
export function targetOf(text: string, words: Words): Target {
  if (isFolder(text)) return inFolder(resolve(text), words)
  const url = urlIn(text)
  const petitionId = url && new RegExp(`/(?:petitions|log)/(${ID})(?:/|$)`).exec(url.pathname)?.[1]
  if (!petitionId) throw new WrongUsage(words.noSuchFolder(text))
  return { kind: 'site', base: url.origin, host: url.host, petitionId }
}

function urlIn(text: string): URL | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(address) ? new URL(address) : undefined
}

function inFolder(folder: string, words: Words): Target {
  if (basename(dirname(folder)) === 'log' && existsSync(join(folder, 'checkpoint'))) {
    return { kind: 'folder', folder: dirname(dirname(folder)), petitionId: basename(folder) }
  }
  const ids = petitionsIn(join(folder, 'log'))
  const [petitionId] = ids
  if (petitionId === undefined) throw new WrongUsage(words.noPetition(folder))
  if (ids.length > 1) throw new WrongUsage(words.severalPetitions(ids))
  return { kind: 'folder', folder, petitionId }
}

function petitionsIn(logs: string): string[] {
  if (!isFolder(logs)) return []
  return readdirSync(logs)
    .filter((name) => new RegExp(`^${ID}$`).test(name) && isFolder(join(logs, name)))
    .sort()
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
