/** Walks through the provider's pages as a browser would, and comes back with what stands in the callback's address. */
export async function signInAt(address: string, who: string, redirectUri: string): Promise<URLSearchParams> {
  const cookies = new Map<string, string>()
  let [at, init]: [string, RequestInit] = [address, {}]
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(at, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next?.startsWith(redirectUri)) return new URL(next).searchParams
    ;[at, init] = next
      ? [new URL(next, at).href, {}]
      : [at, { method: 'POST', body: new URLSearchParams({ who }) }]
  }
  throw new Error('the provider leads nowhere')
}
