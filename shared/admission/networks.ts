/**
 * The network around a reader's own: the /24 of an IPv4 address, the /48 of an IPv6 /64, as a provider or an office
 * has one. `unknown` stays so.
 * @param network as `functions/http/client-address.ts` tells it: `192.0.2.7` or `2001:db8:0:1::/64`
 */
export function widerNetwork(network: string): string {
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(network)?.[1]
  if (v4) return `${v4}.0/24`
  const v6 = /^([0-9a-f]+:[0-9a-f]+:[0-9a-f]+):[0-9a-f]+::\/64$/.exec(network)?.[1]
  return v6 ? `${v6}::/48` : network
}
