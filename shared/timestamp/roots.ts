import { Certificate } from 'pkijs'

/** Certificates of those whose time stamps are believed. */
export type Roots = readonly Certificate[]

const PEM = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g

/**
 * Reads root certificates (RFC 7468); text between them is passed over.
 * @throws Error when there is none, or one cannot be read
 */
export function parseRoots(pem: string): Roots {
  const roots = [...pem.matchAll(PEM)].map(([, body]) => Certificate.fromBER(bytesOf(body!)))
  if (roots.length === 0) throw new Error('there is no certificate among the roots')
  return roots
}

function bytesOf(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64.replace(/\s/g, '')), (char) => char.charCodeAt(0)).buffer
}
