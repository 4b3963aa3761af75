/** Providers whose users have nothing in common: their domains are not counted, so that no resident waits for others. */
const LARGE = new Set(
  [
    'gmail.com googlemail.com ukr.net i.ua ua.fm email.ua meta.ua bigmir.net online.ua',
    'outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com yahoo.com ymail.com',
    'proton.me protonmail.com pm.me tuta.com tutanota.com zoho.com fastmail.com gmx.com gmx.de gmx.net web.de',
    'wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz t-online.de libero.it orange.fr free.fr',
  ]
    .join(' ')
    .split(' '),
)

/** Names under a country's domain below which anybody may register one: `name.com.ua`, `name.co.uk`. */
const PUBLIC_SECOND = new Set(
  [
    'com org net edu gov gob ac co or in',
    'cherkassy cherkasy ck chernigov chernihiv cn chernivtsi chernovtsy cv crimea dn donetsk',
    'dnepropetrovsk dnipropetrovsk dp if ivano-frankivsk kh kharkiv kharkov kherson ks khmelnytskyi khmelnitskiy km',
    'kiev kyiv kv kirovograd kr lg lugansk luhansk lt lutsk lviv lv mk mykolaiv nikolaev od odesa odessa pl poltava',
    'rivne rovno rv sevastopol sb sm sumy te ternopil uz uzhgorod uzhhorod vinnica vinnytsia vn volyn yalta',
    'zaporizhzhe zaporizhzhia zp zhitomir zhytomyr zt',
  ]
    .join(' ')
    .split(' '),
)

export function isLargeProvider(domain: string): boolean {
  return LARGE.has(domain)
}

/** The domain as somebody registers one: whoever has it has every name below it. */
export function registeredDomain(domain: string): string {
  const labels = domain.split('.')
  const [second = '', first = ''] = labels.slice(-2)
  return labels.slice(first.length === 2 && PUBLIC_SECOND.has(second) ? -3 : -2).join('.')
}

/** The domain and every one above it that can be registered, longest first: `a.b.example` and `b.example`. */
export function domainAndParents(domain: string): string[] {
  const labels = domain.split('.')
  return labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'))
}
