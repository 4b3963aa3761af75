import { domainOf } from './email-address'

/** How a provider reads the part of an address before the @. */
interface Provider {
  /** Under which domain its names are known; the same name under any of them is one mailbox. */
  readonly as?: string
  /** What follows it is the reader's own tag (RFC 5233). */
  readonly tag?: '+' | '-'
  /** Signs that it ignores. */
  readonly ignores?: RegExp
}

const GOOGLE: Provider = { as: 'gmail.com', tag: '+', ignores: /\./g }
const APPLE: Provider = { as: 'icloud.com', tag: '+' }
const PROTON: Provider = { as: 'proton.me', tag: '+', ignores: /[._-]/g }
/** A name there holds no hyphen, so what follows one is a keyword of a disposable address. */
const YAHOO: Provider = { tag: '-' }
const YANDEX: Provider = { as: 'yandex.ru', tag: '+' }
const TAGGED: Provider = { tag: '+' }

/**
 * Providers whose rules are known. Elsewhere nothing is folded: a plus may be part of a name, and whoever has a domain
 * of their own has as many addresses as they like without one. In names at ukr.net a plus cannot stand, so folding it
 * there joins no two people.
 */
const PROVIDERS = new Map<string, Provider>([
  ...listed(GOOGLE, 'gmail.com googlemail.com'),
  ...listed(APPLE, 'icloud.com me.com mac.com'),
  ...listed(PROTON, 'proton.me protonmail.com protonmail.ch pm.me'),
  ...listed(
    YAHOO,
    'yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.pl',
  ),
  ...listed(YANDEX, 'yandex.ru ya.ru yandex.com yandex.ua yandex.by yandex.kz'),
  ...listed(TAGGED, 'outlook.com hotmail.com live.com msn.com outlook.fr outlook.de outlook.es outlook.it'),
  ...listed(TAGGED, 'hotmail.co.uk hotmail.fr hotmail.de hotmail.it live.co.uk live.de live.fr'),
  ...listed(
    TAGGED,
    'fastmail.com fastmail.fm zoho.com zohomail.com zoho.eu zohomail.eu mailbox.org runbox.com',
  ),
  ...listed(TAGGED, 'ukr.net posteo.net posteo.de'),
])

/** Where `tag@name.<domain>` reaches the same mailbox as `name@<domain>`. */
const SUBDOMAINS = ['fastmail.com', 'fastmail.fm']

/**
 * One spelling for all that reach the same mailbox, so that one person stays one: without tags, the signs that a
 * provider ignores, and its other domains. Mail still goes to the address as it was typed.
 * @param normalized from `normalizeEmail`
 */
export function canonicalAddress(normalized: string): string {
  const domain = domainOf(normalized)
  const name = normalized.slice(0, -domain.length - 1)
  const host = SUBDOMAINS.find((known) => domain.endsWith(`.${known}`))
  if (host) return `${domain.slice(0, -host.length - 1)}@${host}`
  const provider = PROVIDERS.get(domain)
  if (!provider) return normalized
  return `${baseOf(name, provider)}@${provider.as ?? domain}`
}

/** Whether the name carries a tag where it is not known what the provider does with one. */
export function hasUnknownTag(normalized: string): boolean {
  return /^[^@]+\+/.test(normalized) && PROVIDERS.get(domainOf(normalized))?.tag !== '+'
}

/** The name without its tag; one that would be nothing else stays whole. */
function baseOf(name: string, { tag, ignores }: Provider): string {
  const end = tag ? name.indexOf(tag) : -1
  const base = (end > 0 ? name.slice(0, end) : name).replace(ignores ?? '', '')
  return base === '' ? name : base
}

function listed(provider: Provider, domains: string): [string, Provider][] {
  return domains.split(' ').map((domain) => [domain, provider])
}
