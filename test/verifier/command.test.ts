import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatVerifierKey } from '../../shared/tlog/note'
import { BuiltLog, HOST, PETITION } from './built-log'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'viche-command-'))

/** What the site serves at the moment, and what it was asked for. */
let log: BuiltLog
let asked: string[] = []
/** Answers that fail, by path; each is taken once. */
const failing = new Map<string, number>()
let server: Server
let address: string
let state = 0
let keep: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url!.slice(1)
    const body = log.files.get(path)
    const tag = body && `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    asked.push(path)
    const failure = failing.get(path)
    failing.delete(path)
    if (failure !== undefined) response.writeHead(failure).end()
    else if (!body) response.writeHead(404).end('<!doctype html>')
    else if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
    else response.writeHead(200, { etag: tag! }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Built once before several runs want it at the same time.
  await viche('--help')
}, 60_000)
afterAll(() => {
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  log = new BuiltLog().sign(300).annul(4).publish()
  asked = []
  keep = join(folder, `keep-${++state}`)
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function viche(...args: string[]): Promise<Ended> {
  return started(join(root, 'bin', 'viche.mjs'), args)
}

function started(file: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...rest } = process.env
  const env = { ...rest, XDG_STATE_HOME: join(folder, 'state'), ...environment }
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.toArray())
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', async (code) => {
      const text = async (chunks: Promise<Buffer[]> | undefined) =>
        Buffer.concat((await chunks) ?? []).toString()
      resolve({ code, out: await text(out), err: await text(err) })
    })
  })
}

const verify = (...args: string[]) =>
  viche('verify', `${address}/petitions/${PETITION}`, '--keep', keep, ...args)

function filesIn(path: string): string[] {
  const found = readdirSync(path, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Writes the site's files into a folder, as a mirror has them. */
function written(log: BuiltLog): string {
  const to = join(folder, `site-${++state}`)
  for (const [path, body] of log.files) {
    const file = /^api\/v1\/petitions\/[^/]+$/.test(path) ? join(to, path, 'index.json') : join(to, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, body)
  }
  return to
}

describe('viche verify', () => {
  it('says first that all holds, and exits 0', async () => {
    const { code, out } = await verify()
    expect(out.split('\n')[0]).toBe('Усе сходиться: 300 підписів, з них 1 анульовано; чинних — 299.')
    expect(out).toContain('Петиція «Перехід біля школи»')
    expect(code).toBe(0)
  })

  it.each([
    '/en/petitions/ID/signers/1',
    '/log/ID',
    '/api/v1/petitions/ID',
    '/petitions/ID?token=x',
  ])('understands the address %s', async (path) => {
    const target = address + path.replace('ID', PETITION)
    expect((await viche('verify', target, '--keep', keep, '--json')).code).toBe(0)
  })

  it('speaks the language of the system, or the one it is told', async () => {
    const args = ['verify', `${address}/petitions/${PETITION}`, '--keep', keep]
    const file = join(root, 'bin', 'viche.mjs')
    expect((await started(file, args, { LANG: 'en_GB.UTF-8' })).out).toMatch(
      /^Everything holds: 300 signatures/,
    )
    expect((await started(file, [...args, '--lang', 'uk'], { LANG: 'en_GB.UTF-8' })).out).toMatch(
      /^Усе сходиться/,
    )
  })

  it('says in JSON what does not hold, and exits 1', async () => {
    log.put(log.at('tile/0/000'), new Uint8Array(8192))
    const { code, out } = await verify('--json')
    const report = JSON.parse(out)
    expect(code).toBe(1)
    expect(report).toMatchObject({ petitionId: PETITION, verdict: 'fails', tally: { count: 299 } })
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'tile-differs',
        status: 'failed',
        facts: { path: `log/${PETITION}/tile/0/000`, index: 0 },
        text: expect.stringMatching(/^Файл хешів/),
      }),
    )
  })

  it('exits 2 where there is no log, no site, or no sense in the options', async () => {
    log.files.clear()
    const runs = await Promise.all([
      verify(),
      viche('verify', 'http://127.0.0.1:1/petitions/q2w3e4r5t6', '--offline'),
      viche('verify', join(folder, 'nowhere')),
      viche('verify', `${address}/petitions/${PETITION}`, '--key', 'nonsense', '--keep', keep),
      viche('verify', '--receipt', join(folder, 'nowhere')),
      viche('verify', '--nonsense'),
      viche('verify'),
      viche('nonsense'),
    ])
    for (const { code, out, err } of runs) {
      expect(err).not.toMatch(/ {4}at /)
      expect([code, out]).toEqual([2, ''])
    }
    expect(runs[0].err).toMatch(/^Перевіряти нічого: немає журналу/)
  })

  it('asks again where the site fails for a moment', async () => {
    failing.set(`log/${PETITION}/checkpoint`, 503)
    failing.set(`log/${PETITION}/tile/entries/000`, 500)
    expect((await verify()).code).toBe(0)
    expect(asked.filter((path) => path.endsWith('/checkpoint'))).toHaveLength(2)
  })

  it('exits 2 where the site refuses to answer', async () => {
    failing.set(`log/${PETITION}/checkpoint`, 403)
    const { code, err } = await verify()
    expect(code).toBe(2)
    expect(err).toMatch(/^Перевірити не вдалося: не отримано log\/q2w3e4r5t6\/checkpoint/)
  })
})

describe('what is kept', () => {
  it('tells of a changed past in the next run, and a failed run does not change it', async () => {
    expect((await verify()).code).toBe(0)
    const kept = readFileSync(join(keep, PETITION, 'checkpoint'), 'utf8')
    expect(kept).toBe(log.checkpoint)
    const honest = log
    log = rewritten(honest)
    const second = await verify()
    expect(second.code).toBe(1)
    expect(second.out).toMatch(/Минуле журналу змінено: перші 301 запис/)
    expect(readFileSync(join(keep, PETITION, 'checkpoint'), 'utf8')).toBe(kept)
    log = honest.sign(10).publish()
    const third = await verify()
    expect(third.out).toMatch(/Від попередньої перевірки журнал лише доповнювали/)
    expect(third.out).toMatch(/ключем, збереженим під час попередньої перевірки/)
    expect(third.code).toBe(0)
    expect(readFileSync(join(keep, PETITION, 'checkpoint'), 'utf8')).toBe(log.checkpoint)
  })

  it('tells of another key', async () => {
    expect((await verify()).code).toBe(0)
    log = new BuiltLog().sign(320).publish()
    const { code, out } = await verify()
    expect(code).toBe(1)
    expect(out).toMatch(/Сайт показує інший ключ перевірки/)
  })
})

describe('a mirror', () => {
  it('has all that is needed to verify offline, and fetches only what is new', async () => {
    const mirror = join(folder, `mirror-${state}`)
    expect((await verify('--mirror', mirror)).code).toBe(0)
    const offline = await viche('verify', mirror, '--offline', '--keep', keep)
    expect(offline.out).toMatch(/^Усе сходиться: 300 підписів/)
    expect(offline.code).toBe(0)
    log.sign(300).publish()
    asked = []
    expect((await verify('--mirror', mirror)).code).toBe(0)
    expect(asked).not.toContain(`log/${PETITION}/tile/entries/000`)
    expect(asked).not.toContain(`log/${PETITION}/tile/0/000`)
    expect(asked).toContain(`log/${PETITION}/tile/entries/001`)
    const again = await viche('verify', `${mirror}/log/${PETITION}`, '--keep', keep)
    expect(again.out).toMatch(/^Усе сходиться: 600 підписів/)
  })

  it('is not changed by a run in which something does not hold; what was read stays aside', async () => {
    const mirror = join(folder, `mirror-${state}`)
    await verify('--mirror', mirror)
    const before = filesIn(join(mirror, 'log')).map((file) => readFileSync(file, 'utf8'))
    log = rewritten(log)
    const { code, err } = await verify('--mirror', mirror)
    expect(code).toBe(1)
    expect(err).toContain(join(mirror, '.viche', 'refused'))
    expect(filesIn(join(mirror, 'log')).map((file) => readFileSync(file, 'utf8'))).toEqual(before)
    expect(filesIn(join(mirror, '.viche', 'refused')).length).toBeGreaterThan(0)
  })

  it('of several petitions is asked which', async () => {
    const site = written(log)
    mkdirSync(join(site, 'log', 'a1b2c3d4e5'), { recursive: true })
    const { code, err } = await viche('verify', site, '--keep', keep)
    expect([code, err]).toEqual([2, expect.stringContaining('a1b2c3d4e5, q2w3e4r5t6')])
    expect((await viche('verify', join(site, 'log', PETITION), '--keep', keep)).code).toBe(0)
  })
})

describe('a receipt', () => {
  it('is verified by itself with a key, and in the log', async () => {
    const file = join(folder, 'own.tlog-proof')
    writeFileSync(file, await log.receipt(9))
    const alone = await viche('verify', '--receipt', file, '--key', formatVerifierKey(log.siteKey))
    expect([alone.code, alone.out.split('\n')[0]]).toEqual([0, 'Квитанція справжня.'])
    const keyless = await viche('verify', '--receipt', file, '--keep', keep)
    expect(keyless.code).toBe(2)
    const inLog = await verify('--receipt', file)
    expect(inLog.code).toBe(0)
    expect(inLog.out).toMatch(/Підпис із квитанції є в журналі: №\s10, Підписант 9 Іванович/)
  })

  it('of another petition is named', async () => {
    const file = join(folder, 'other.tlog-proof')
    writeFileSync(file, await new BuiltLog('z9z9z9z9z9').sign(3).publish().receipt(0))
    const { code, out } = await verify('--receipt', file)
    expect(code).toBe(1)
    expect(out).toContain(`Це квитанція іншої петиції: вона належить журналу ${HOST}/log/z9z9z9z9z9`)
  })
})

it('is one file that runs anywhere', async () => {
  const elsewhere = join(folder, 'elsewhere.mjs')
  writeFileSync(elsewhere, readFileSync(join(root, '.build/verify/viche.mjs')))
  const site = written(log)
  const { code, out } = await started(elsewhere, ['verify', site, '--keep', keep])
  expect(out).toMatch(/^Усе сходиться/)
  expect(code).toBe(0)
})

/** The same key over a log with another past. */
function rewritten(log: BuiltLog): BuiltLog {
  const other = new BuiltLog(PETITION, 100, log.pair).sign(300).annul(5)
  return other.sign(10).publish()
}
