import { extname } from 'node:path'

const BY_EXTENSION: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pem': 'application/x-pem-file',
  '.tsr': 'application/timestamp-reply',
}

/** Media type of an object; what has no extension is the API's JSON, else bytes. */
export function contentTypeOf(key: string): string {
  const known = BY_EXTENSION[extname(key)]
  if (known) return known
  if (key.startsWith('api/') || /\/names\/|\/stamped\/index$/.test(key))
    return 'application/json; charset=utf-8'
  return /\/(checkpoint|verifier-key|stamped\/\d+)$/.test(key)
    ? 'text/plain; charset=utf-8'
    : 'application/octet-stream'
}
