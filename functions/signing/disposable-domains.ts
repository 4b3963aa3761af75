import { domainToASCII } from 'node:url'
import * as z from 'zod'
import { domainAndParents } from '../../shared/admission/mail-domain'
import type { BundledFiles } from '../ports/bundled-files'

/** The list beside the bundle: a JSON array of domains in lower case, by whom anybody is lent a mailbox for minutes. */
export const DISPOSABLE_FILE = 'disposable-domains.json'

/** Whether a mail domain, or one above it, lends mailboxes that vanish. */
export type IsDisposable = (domain: string) => Promise<boolean>

/** The list is read at the first question and kept. */
export function disposableDomains(files: BundledFiles): IsDisposable {
  let list: Promise<ReadonlySet<string>> | undefined
  return async (domain) => {
    list ??= read(files)
    const domains = await list.catch((error) => {
      list = undefined
      throw error
    })
    return domainAndParents(domainToASCII(domain)).some((one) => domains.has(one))
  }
}

async function read(files: BundledFiles): Promise<ReadonlySet<string>> {
  const text = new TextDecoder().decode(await files.read(DISPOSABLE_FILE))
  return new Set(z.array(z.string()).min(1).parse(JSON.parse(text)))
}
