import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Certificate } from 'pkijs'
import { CURVE, makeRoot, makeStamper } from './certificates'

/** What the local time-stamping authority stamps with. */
export interface Stamper {
  readonly certificate: Certificate
  readonly key: CryptoKey
  /** PEM of the root that its certificate leads to. */
  readonly roots: string
}

const ROOT = 'root.pem'
const CERTIFICATE = 'stamper.pem'
const KEY = 'stamper.key'

/** Opens the folder of the authority; made at the first start, its root's key thrown away, and never replaced. */
export async function openStamper(folder: string): Promise<Stamper> {
  return (await load(folder)) ?? (await create(folder))
}

async function create(folder: string): Promise<Stamper> {
  const draft = `${folder}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const root = await makeRoot('Viche local root')
  const stamper = await makeStamper('Viche local time stamps', root)
  const key = await crypto.subtle.exportKey('pkcs8', stamper.keys.privateKey)
  await writeFile(join(draft, ROOT), pem('CERTIFICATE', root.certificate.toSchema(true).toBER()))
  await writeFile(join(draft, CERTIFICATE), pem('CERTIFICATE', stamper.certificate.toSchema(true).toBER()))
  await writeFile(join(draft, KEY), pem('PRIVATE KEY', key), { mode: 0o600 })
  await rename(draft, folder)
  return (await load(folder))!
}

async function load(folder: string): Promise<Stamper | undefined> {
  const roots = await readFile(join(folder, ROOT), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (roots === undefined) return undefined
  const certificate = Certificate.fromBER(der(await readFile(join(folder, CERTIFICATE), 'utf8')))
  const pkcs8 = der(await readFile(join(folder, KEY), 'utf8'))
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign'])
  return { certificate, key, roots }
}

/** RFC 7468. */
function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function der(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text.replace(/-----.*-----/g, ''), 'base64')).buffer
}
