import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of the TypeScript of a folder, from the repository's root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? sourceFiles(path) : [path]))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
}
