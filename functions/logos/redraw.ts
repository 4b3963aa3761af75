import decodeJpeg, { init as startJpeg } from '@jsquash/jpeg/decode.js'
import decodePng, { init as startPng } from '@jsquash/png/decode.js'
import encodePng from '@jsquash/png/encode.js'
import decodeWebp, { init as startWebp } from '@jsquash/webp/decode.js'
import type { BundledFiles } from '../ports/bundled-files'
import { NoLogo, type PictureKind, pictureKind } from './picture-kind'

/** A logo as it is stored: drawn anew from its pixels, so that nothing else of the file is left. */
export interface Redrawn {
  /** PNG. */
  readonly body: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Largest sides of what is stored: twice what pages show, for fine screens. */
const BOX = { width: 400, height: 200 } as const

interface Pixels {
  /** RGBA, row by row. */
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/**
 * Decodes a PNG, JPEG or WebP and encodes its pixels as PNG, no larger than a page needs.
 * @throws NoLogo with what is wrong with the file
 */
export async function redrawn(files: BundledFiles, bytes: Uint8Array): Promise<Redrawn> {
  const pixels = scaled(await decoded(files, pictureKind(bytes), bytes))
  const { width, height } = pixels
  const body = new Uint8Array(await encodePng(pixels as unknown as ImageData))
  return { body, width, height }
}

async function decoded(files: BundledFiles, kind: PictureKind, bytes: Uint8Array): Promise<Pixels> {
  await start(files)
  const buffer = bytes.slice().buffer
  try {
    if (kind === 'png') return await decodePng(buffer)
    return kind === 'jpeg' ? await decodeJpeg(buffer) : await decodeWebp(buffer)
  } catch {
    throw new NoLogo('broken')
  }
}

/** Each pixel is the mean of those that it stands for, weighted by how opaque they are. */
function scaled(pixels: Pixels): Pixels {
  const ratio = Math.max(1, pixels.width / BOX.width, pixels.height / BOX.height)
  if (ratio === 1) return pixels
  const width = Math.max(1, Math.round(pixels.width / ratio))
  const height = Math.max(1, Math.round(pixels.height / ratio))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(meanOf(pixels, { x, y, width, height }), (y * width + x) * 4)
  }
  return { data, width, height }
}

interface Cell {
  readonly x: number
  readonly y: number
  /** Of the grid. */
  readonly width: number
  readonly height: number
}

function meanOf({ data, width, height }: Pixels, cell: Cell): readonly number[] {
  const edges = (place: number, cells: number, size: number) => {
    const from = Math.floor((place * size) / cells)
    return [from, Math.max(from + 1, Math.floor(((place + 1) * size) / cells))] as const
  }
  const [left, right] = edges(cell.x, cell.width, width)
  const [top, bottom] = edges(cell.y, cell.height, height)
  const sum = [0, 0, 0, 0] as [number, number, number, number]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4
      const alpha = data[at + 3]!
      sum[0] += data[at]! * alpha
      sum[1] += data[at + 1]! * alpha
      sum[2] += data[at + 2]! * alpha
      sum[3] += alpha
    }
  }
  const [red, green, blue, alpha] = sum
  if (alpha === 0) return [0, 0, 0, 0]
  return [red / alpha, green / alpha, blue / alpha, alpha / ((right - left) * (bottom - top))]
}

let started: Promise<unknown> | undefined

/** The decoders belong to the process and are started once, at its first logo. */
function start(files: BundledFiles): Promise<unknown> {
  const compiled = async (name: string) =>
    WebAssembly.compile((await files.read(name)) as Uint8Array<ArrayBuffer>)
  const all = async () => {
    // Decoders give their pixels as the browser's class, which Node does not have.
    Object.assign(globalThis, { ImageData: globalThis.ImageData ?? PlainImageData })
    await startPng(await compiled('squoosh_png.wasm'))
    await startJpeg(await compiled('mozjpeg_dec.wasm'))
    await startWebp(await compiled('webp_dec.wasm'))
  }
  started ??= all()
  return started
}

class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
