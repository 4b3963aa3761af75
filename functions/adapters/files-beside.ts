import { readFile } from 'node:fs/promises'
import type { BundledFiles } from '../ports/bundled-files'

/**
 * The files beside a module.
 * @param module its `import.meta.url`
 */
export function filesBeside(module: string): BundledFiles {
  return { read: (name) => readFile(new URL(name, module)) }
}
