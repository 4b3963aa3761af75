import ipaddr from 'ipaddr.js'

/** What may be wrong with a receiver's address; the codes of its field's errors. */
export type AddressFlaw =
  | 'wrong-receiver-url'
  | 'receiver-not-https'
  | 'receiver-userinfo'
  | 'receiver-port'
  | 'receiver-not-named'

const PORTS = ['', '443', '8443']
const LONGEST = 1000

/**
 * What is wrong with an address to which news is to be sent. It has to be https, at port 443 or 8443, without a name or
 * password in it, and name its host: an IP address is refused in whatever way it is written, since URLs turn decimal,
 * octal and hexadecimal ones into dotted ones. Where the name leads is looked at whenever something is sent.
 * @param onThisMachine also lets `http://localhost` through, at any port
 */
export function addressFlaw(text: string, onThisMachine: boolean): AddressFlaw | undefined {
  const url = text.length <= LONGEST ? URL.parse(text) : null
  if (!url) return 'wrong-receiver-url'
  if (url.username !== '' || url.password !== '') return 'receiver-userinfo'
  if (onThisMachine && isOnThisMachine(url)) return undefined
  if (url.protocol !== 'https:') return 'receiver-not-https'
  if (!PORTS.includes(url.port)) return 'receiver-port'
  return isName(url.hostname) ? undefined : 'receiver-not-named'
}

/** `http://localhost:8080`, to which only a stack on one machine sends. */
export function isOnThisMachine(url: URL): boolean {
  return url.hostname === 'localhost' && ['http:', 'https:'].includes(url.protocol)
}

/** A name of the public DNS has a dot in it, and is not `localhost` under any other name. */
function isName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '')
  return (
    name.includes('.') && !/(^|\.)localhost$/.test(name) && !name.startsWith('[') && !ipaddr.isValid(name)
  )
}
