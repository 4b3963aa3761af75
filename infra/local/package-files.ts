import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { BundledFiles } from '../../functions/ports/bundled-files'

/**
 * The files that lie beside a function's bundle in the cloud, read from the packages they come from.
 * @param files name, and what of which package it is
 */
export function packageFiles(files: Readonly<Record<string, string>>): BundledFiles {
  const { resolve } = createRequire(import.meta.url)
  return {
    async read(name) {
      const source = files[name]
      if (source === undefined) throw new Error(`no file ${name} beside the bundle`)
      return readFile(resolve(source))
    },
  }
}
