import type { Answer, AskOptions, Site } from '../replay/site'

/** A computer or phone on the internet, by the address that the far end of its connection sees. */
export interface Machine {
  readonly address: string
}

/**
 * What stands in front of the product in the cloud: it tells the viewer's address as the connection has it. Headers of
 * the viewer's own pass, except those in its name.
 */
export class Edge {
  readonly #site: Site

  constructor(site: Site) {
    this.#site = site
  }

  ask({ address }: Machine, path: string, options: AskOptions = {}): Promise<Answer> {
    const own = Object.entries(options.headers ?? {}).filter(([name]) => !name.startsWith('cloudfront-'))
    return this.#site.ask(path, { ...options, headers: { ...Object.fromEntries(own), ...viewer(address) } })
  }
}

/** As CloudFront spells it: `address:port`, IPv6 without brackets. */
export function viewer(address: string): Record<string, string> {
  return { 'cloudfront-viewer-address': `${address}:49152` }
}
