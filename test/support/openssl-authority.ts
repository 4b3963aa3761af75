import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate of an authority and its key, as files. */
export interface Credentials {
  readonly certificate: string
  readonly key: string
}

const CONFIGURATION = `[req]
distinguished_name = name
[name]
[tsa]
default_tsa = authority
[authority]
serial = ./serial
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
signer_digest = sha256
ess_cert_id_alg = sha256
ess_cert_id_chain = no
`

const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/** Certificates and time stamps by openssl, an implementation that shares nothing with the product's. */
export class OpensslAuthority {
  readonly #folder = mkdtempSync(join(tmpdir(), 'viche-authority-'))
  #made = 0

  constructor() {
    this.write('openssl.cnf', CONFIGURATION)
    this.write('serial', '01\n')
  }

  /** A root of its own making. */
  root(name: string, type = 'ec'): Credentials {
    const made = this.credentials()
    const key = type === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
    this.run([
      ...['req', '-x509', '-config', 'openssl.cnf', '-newkey', ...key, '-nodes', '-days', '3650'],
      ...['-subj', `/CN=${name}`, '-keyout', made.key, '-out', made.certificate],
      ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign'],
    ])
    return made
  }

  /** @param extensions lines of openssl's, e.g. `extendedKeyUsage=critical,timeStamping` */
  issue(issuer: Credentials, subject: string, extensions: string, options: string[] = []): Credentials {
    const made = this.credentials()
    const request = `${made.key}.csr`
    const type = options.includes('-rsa') ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
    this.run([
      ...['req', '-new', '-config', 'openssl.cnf', '-newkey', ...type, '-nodes'],
      ...['-subj', subject, '-keyout', made.key, '-out', request],
    ])
    this.write(`${made.key}.ext`, `${extensions}\n`)
    const days = options.includes('-expired') ? ['-days', '-1'] : ['-days', '365']
    this.run([
      ...['x509', '-req', '-in', request, '-CA', issuer.certificate, '-CAkey', issuer.key],
      ...['-set_serial', String(100 + this.#made), ...days, '-extfile', `${made.key}.ext`],
      ...['-out', made.certificate],
    ])
    return made
  }

  /** Answers a request (RFC 3161) as `openssl ts -reply` does. */
  reply(request: Uint8Array, by: Credentials, options: string[] = []): Buffer {
    this.write('request.tsq', request)
    this.run([
      ...['ts', '-reply', '-config', 'openssl.cnf', '-queryfile', 'request.tsq', '-out', 'reply.tsr'],
      ...['-signer', by.certificate, '-inkey', by.key, ...options],
    ])
    return this.read('reply.tsr')
  }

  /** Stamps with whatever certificate, even one with which `openssl ts` refuses to: the content signed anew by CMS. */
  forge(request: Uint8Array, by: Credentials, honest: Credentials): Buffer {
    this.write('token.der', this.reply(request, honest, ['-token_out']))
    const der = ['-inform', 'DER', '-outform', 'DER']
    this.run(['cms', '-verify', '-noverify', ...der, '-in', 'token.der', '-out', 'info.der'])
    this.run([
      ...['cms', '-sign', '-binary', '-nodetach', '-cades', '-md', 'sha256', '-in', 'info.der'],
      ...['-econtent_type', TST_INFO, '-signer', by.certificate, '-inkey', by.key],
      ...['-outform', 'DER', '-out', 'forged.der'],
    ])
    return sequence(Buffer.from([0x30, 3, 2, 1, 0]), this.read('forged.der'))
  }

  /** A second certificate of the same key, issuer, name and number, as long as the first in DER with RSA. */
  twin(issuer: Credentials, { certificate, key }: Credentials): Credentials {
    const twin = { certificate: `twin-${++this.#made}.pem`, key }
    const serial = this.run(['x509', '-in', certificate, '-noout', '-serial']).trim().split('=')[1]
    this.run([
      ...['x509', '-req', '-in', `${key}.csr`, '-CA', issuer.certificate, '-CAkey', issuer.key],
      ...['-set_serial', `0x${serial}`, '-days', '30', '-extfile', `${key}.ext`, '-out', twin.certificate],
    ])
    return twin
  }

  der({ certificate }: Credentials): Buffer {
    this.run(['x509', '-in', certificate, '-outform', 'DER', '-out', 'certificate.der'])
    return this.read('certificate.der')
  }

  /** What `openssl ts -verify` says of a stamp. */
  verify(response: Uint8Array, data: Uint8Array, rootsPem: string): string {
    this.write('given.tsr', response)
    this.write('given.data', data)
    this.write('given.pem', rootsPem)
    const options = ['-in', 'given.tsr', '-data', 'given.data', '-CAfile', 'given.pem']
    return openssl(this.#folder, ['ts', '-verify', ...options]).said
  }

  pem({ certificate }: Credentials): string {
    return this.read(certificate).toString()
  }

  /** Path of a certificate for an option such as `-chain`. */
  bundle(...credentials: Credentials[]): string {
    const name = `bundle-${++this.#made}.pem`
    this.write(name, credentials.map((one) => this.pem(one)).join(''))
    return name
  }

  run(args: string[]): string {
    const { status, said } = openssl(this.#folder, args)
    if (status !== 0) throw new Error(`openssl ${args.slice(0, 2).join(' ')}: ${said}`)
    return said
  }

  write(name: string, content: Uint8Array | string): void {
    writeFileSync(join(this.#folder, name), content)
  }

  read(name: string): Buffer {
    return readFileSync(join(this.#folder, name))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  private credentials(): Credentials {
    const name = `c${++this.#made}`
    return { certificate: `${name}.pem`, key: `${name}.key` }
  }
}

function openssl(cwd: string, args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr, error } = spawnSync('openssl', args, { cwd, encoding: 'utf8' })
  if (error) throw new Error('openssl is missing: sudo apt-get install openssl', { cause: error })
  return { status, said: stdout + stderr }
}

/** DER of a SEQUENCE that is longer than 255 bytes. */
function sequence(...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.from([0x30, 0x82, 0, 0])
  head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, body])
}
