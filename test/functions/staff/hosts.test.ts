import { readFile } from 'node:fs/promises'
import encodeJpeg, { init as startJpeg } from '@jsquash/jpeg/encode.js'
import encodePng from '@jsquash/png/encode.js'
import encodeWebp, { init as startWebp } from '@jsquash/webp/encode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redrawn } from '../../../functions/logos/redraw'
import { packageFiles } from '../../../infra/local/package-files'
import { topology } from '../../../infra/topology'
import { ngoHost } from '../../support/communities'
import { type Office, openOffice, postForm } from './office'

const files = packageFiles(topology.functions.staff.files!)
const path = `/staff/hosts/${ngoHost.id}`
const compiled = async (file: string) => WebAssembly.compile(await readFile(`node_modules/@jsquash/${file}`))

/** A picture of one colour with a transparent corner. */
function pixels(width: number, height: number): ImageData {
  const data = new Uint8ClampedArray(width * height * 4).map((_, at) => [143, 36, 54, 255][at % 4]!)
  data[3] = 0
  return { data, width, height, colorSpace: 'srgb' } as unknown as ImageData
}

let office: Office
let cookie: string
let png: Uint8Array
let jpeg: Uint8Array
let webp: Uint8Array

beforeAll(async () => {
  office = await openOffice()
  cookie = await office.signIn(await office.hire('ngo-editor', `host:${ngoHost.id}`))
  const { init } = await import('@jsquash/png/decode.js')
  await init(await WebAssembly.compile((await files.read('squoosh_png.wasm')) as Uint8Array<ArrayBuffer>))
  await startJpeg(await compiled('jpeg/codec/enc/mozjpeg_enc.wasm'))
  await startWebp(await compiled('webp/codec/enc/webp_enc.wasm'))
  png = new Uint8Array(await encodePng(pixels(800, 200)))
  jpeg = new Uint8Array(await encodeJpeg(pixels(128, 64)))
  webp = new Uint8Array(await encodeWebp(pixels(128, 64)))
})
afterAll(() => office?.stop())

const read = async (as = cookie) => (await office.app.request(path, { headers: { cookie: as } })).text()
const csrfOf = (page: string) => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

async function save(fields: Record<string, string>): Promise<Response> {
  const page = await read()
  return postForm(office.app, path, { csrf: csrfOf(page), version: versionOf(page), ...fields }, cookie)
}

async function upload(file: Uint8Array | string, more: Record<string, string> = {}): Promise<Response> {
  const form = new FormData()
  form.set('csrf', csrfOf(await read()))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  form.set('logo', new Blob([file as Uint8Array<ArrayBuffer>]), 'logo.png')
  return office.app.request(`${path}/logo`, {
    method: 'POST',
    body: form,
    headers: { cookie, origin: 'https://petitions.example' },
  })
}

const front = async () => (await office.deps.communities.host(ngoHost.id))?.front

describe('the front of a host at the desk', () => {
  it('is saved with who changed what', async () => {
    const done = await save({ aboutUk: 'Хто ми такі.', background: '#7a1f2b', accent: '#8f2436' })
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?saved`])
    expect(await front()).toMatchObject({
      about: { uk: 'Хто ми такі.' },
      colours: { background: '#7a1f2b', accent: '#8f2436' },
    })
    expect(await read()).toMatch(/Змінено опис, кольори.*ngo-editor/)
  })

  it('refuses colours that cannot be read, offers the nearest that can, and keeps what was typed', async () => {
    const before = await front()
    const back = await save({ aboutUk: 'Набране не зникає.', background: '#7a1f2b', accent: '#f0b429' })
    const page = await back.text()
    expect(back.status).toBe(422)
    expect(page).toMatch(
      /контраст 1,\d:1, потрібно щонайменше 4,5:1\. Найближчий колір, який підходить: #[0-9a-f]{6}/,
    )
    expect(page).toContain('Набране не зникає.')
    expect(await front()).toEqual(before)
  })

  it('tells a second editor that the first was quicker, and loses nothing', async () => {
    const page = await read()
    const late = { csrf: csrfOf(page), version: versionOf(page), aboutUk: 'Пізніше.' }
    await save({ aboutUk: 'Раніше.' })
    const back = await postForm(office.app, path, late, cookie)
    expect(back.status).toBe(409)
    expect(await back.text()).toContain('Пізніше.')
    expect((await front())?.about?.uk).toBe('Раніше.')
  })

  it('is nobody else’s to change', async () => {
    const other = await office.signIn(await office.hire('ngo-editor', 'host:other'))
    expect((await office.app.request(path, { headers: { cookie: other } })).status).toBe(403)
    const operator = await office.signIn(await office.hire('operator', '*'))
    expect(await read(operator)).toContain('<h1>Сторінка об’єднання</h1>')
    const forged = await postForm(office.app, path, { csrf: 'x', version: '0' }, cookie)
    expect(forged.status).toBe(403)
  })
})

describe('a logo', () => {
  it('is drawn anew, small enough for a page, and stored under a name of its content', async () => {
    expect((await upload(png)).status).toBe(303)
    const { logo } = (await front())!
    expect(logo).toMatchObject({ width: 400, height: 100 })
    expect(logo!.key).toMatch(new RegExp(`^hosts/${ngoHost.id}/logo-[0-9a-f]{16}\\.png$`))
    const stored = await office.objects.get(logo!.key)
    expect(await redrawn(files, stored!)).toMatchObject({ width: 400, height: 100 })
  })

  it.each([
    ['JPEG', () => jpeg],
    ['WebP', () => webp],
  ])('may be a %s', async (_name, file) => {
    expect((await upload(file())).status).toBe(303)
    expect((await front())!.logo).toMatchObject({ width: 128, height: 64 })
  })

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const followedBy = (bytes: Uint8Array, text: string) => new Uint8Array([...bytes, ...Buffer.from(text)])
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const bomb = () => {
    const side = Buffer.alloc(13)
    side.writeUInt32BE(60_000, 0)
    side.writeUInt32BE(60_000, 4)
    side.set([8, 6, 0, 0, 0], 8)
    return Buffer.concat([png.subarray(0, 8), chunk('IHDR', side), chunk('IEND', Buffer.alloc(0))])
  }
  it.each<[string, () => Uint8Array | string, string]>([
    ['nothing', () => '', 'Оберіть файл'],
    ['a text', () => 'це не зображення', 'Це не PNG'],
    ['an SVG with a script', () => svg, 'Це не PNG'],
    ['a page behind a picture', () => followedBy(png, '<script>alert(1)</script>'), 'Файл пошкоджено'],
    ['an archive behind a picture', () => followedBy(jpeg, 'PK'), 'Файл пошкоджено'],
    ['half a picture', () => png.subarray(0, png.length / 2), 'Файл пошкоджено'],
    [
      'a picture with other bytes inside',
      () => png.map((byte, at) => (at > 60 && at < png.length - 20 ? byte ^ 0x5a : byte)),
      'Файл пошкоджено',
    ],
    ['a picture that unfolds to gigabytes', bomb, 'від 64 до 2048 пікселів'],
    [
      'an animated picture',
      () => Buffer.concat([png.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), png.subarray(33)]),
      'Рухомі зображення',
    ],
    ['a large file', () => new Uint8Array(230 * 1024), 'Файл завеликий'],
  ])('is not %s: that is said in words, and nothing is stored', async (_name, file, words) => {
    const before = await front()
    const back = await upload(file())
    expect(back.status).toBe(422)
    expect(await back.text()).toContain(words)
    expect(await front()).toEqual(before)
  })

  it('is taken away by its button', async () => {
    expect((await upload('', { remove: 'yes' })).status).toBe(303)
    expect((await front())!.logo).toBeUndefined()
  })
})
