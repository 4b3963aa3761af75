import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the public internet: not this machine, a private or shared network, a cloud's
 * metadata service, a documentation or reserved range, nor an IPv6 form that hides an IPv4 address in it.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  // Of IPv6 only 2000::/3 is given out; the old IPv4-compatible form ::127.0.0.1 counts as unicast, too.
  return address.kind() === 'ipv4' || (address.toByteArray()[0]! & 0xe0) === 0x20
}

/** An address of this machine itself. */
export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === 'loopback'
}
