import { crc32, deflateSync } from 'node:zlib'

interface Pixels {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel: red, green, blue, alpha; all opaque. */
  readonly pixels: Uint8Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256
const INDEXED = 3

/**
 * A drawing of few colours as a PNG with a palette, a third of what it takes with full colours. Shades at the edges of
 * letters that nobody tells apart share an entry, the first of them giving the colour; where there still are more
 * than 256, ever coarser ones do.
 */
export function indexedPng({ width, height, pixels }: Pixels): Uint8Array {
  const { palette, indices } = paletteOf(pixels)
  // Each row begins with its filter: none, which is best for a palette.
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, INDEXED], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @returns three bytes a colour, and the colour's place for each pixel */
function paletteOf(pixels: Uint8Array): { palette: number[]; indices: Uint8Array } {
  for (let bits = 5; ; bits--) {
    const found = reduced(pixels, bits)
    if (found) return found
  }
}

/** Colours that agree in the first `bits` bits of each part are one; undefined where too many are left. */
function reduced(pixels: Uint8Array, bits: number) {
  const shift = 8 - bits
  const places = new Map<number, number>()
  const palette: number[] = []
  const indices = new Uint8Array(pixels.length / 4)
  for (let pixel = 0; pixel < indices.length; pixel++) {
    const [red, green, blue] = [pixels[pixel * 4]!, pixels[pixel * 4 + 1]!, pixels[pixel * 4 + 2]!]
    const key = ((red >> shift) << (2 * bits)) | ((green >> shift) << bits) | (blue >> shift)
    let place = places.get(key)
    if (place === undefined) {
      place = places.size
      if (place === MOST_COLOURS) return undefined
      places.set(key, place)
      palette.push(red, green, blue)
    }
    indices[pixel] = place
  }
  return { palette, indices }
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
