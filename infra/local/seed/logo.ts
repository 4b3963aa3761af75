import { crc32, deflateSync } from 'node:zlib'
import type { HostLogo } from '../../../shared/community/front'

const [WIDTH, HEIGHT] = [160, 80]
const RED = [143, 36, 54, 255]
const CLEAR = [0, 0, 0, 0]

/** The invented organisation's logo: a bridge of two arches over its water line. */
export const NGO_LOGO: HostLogo = { key: 'hosts/kalynovyi-mist/logo-demo.png', width: WIDTH, height: HEIGHT }

/** The logo as PNG (ISO/IEC 15948), drawn by a rule. */
export function ngoLogo(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_, x) => (isDrawn(x, y) ? RED : CLEAR)).flat(),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // Eight bits each of red, green, blue and alpha.
  header.set([8, 6], 8)
  const data = deflateSync(Uint8Array.from(rows.flat()))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function isDrawn(x: number, y: number): boolean {
  const deck = y >= 18 && y < 28
  const water = y >= 70 && y < 75
  const fromCentre = Math.hypot((x % 80) - 40, y - 66)
  const pier = y >= 28 && y < 66 && fromCentre > 34
  return deck || water || pier
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
