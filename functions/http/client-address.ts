import { isIPv4, isIPv6 } from 'node:net'

/** The network a request comes from: `networkOf` the header that whatever stands in front has set. */
export function clientAddress(request: Request, header: string): string {
  return networkOf(header, request.headers.get(header) ?? undefined)
}

/**
 * The network a request comes from, as limits count it: an IPv4 address, or the /64 that one IPv6
 * subscriber has. `unknown` where the header says nothing usable.
 * @param value an address, a list of them (the first
 *   counts), or CloudFront's `address:port`
 */
export function networkOf(header: string, value: string | undefined): string {
  const first = value?.split(',')[0]?.trim() ?? ''
  const address = header.toLowerCase() === 'cloudfront-viewer-address' ? first.replace(/:\d+$/, '') : first
  const bare = address.replace(/^\[|\]$/g, '')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  return mapped ?? `${subnet(bare)}::/64`
}

/** The first four groups of an IPv6 address, without leading zeros. */
function subnet(address: string): string {
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const left = groups(head)
  const right = groups(tail)
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : []
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
