/**
 * Opens the envelopes of id.gov.ua, which encrypts a profile for the certificate that was named in the request
 * (national standards ДСТУ 4145 and ДСТУ ГОСТ 28147, CMS). No library here knows them; an installation that has a certified one
 * plugs it in. Without it encrypted answers are refused.
 */
export interface ProfileDecryptor {
  /** @returns the profile as JSON text */
  decrypt(envelope: string): Promise<string>
}
