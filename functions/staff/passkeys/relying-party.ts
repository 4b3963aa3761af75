/** Who asks for a passkey (WebAuthn level 3, 4): a key serves this host alone, and this origin to the letter. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
  readonly name: string
}

export function relyingParty({ publicUrl }: { readonly publicUrl: string }): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin, name: `Viche · ${hostname}` }
}
