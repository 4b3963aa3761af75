import { imageSize } from 'image-size'

export type PictureKind = 'png' | 'jpeg' | 'webp'

/** Why a file is no logo; its words are in `hostDesk.logoErrors`. */
export type LogoFault = 'missing' | 'tooLarge' | 'notPicture' | 'wrongSize' | 'animated' | 'broken'

/** A file that is refused as a logo. Nothing of it is stored. */
export class NoLogo extends Error {
  readonly fault: LogoFault
  constructor(fault: LogoFault) {
    super(fault)
    this.fault = fault
  }
}

export const LOGO_LIMITS = { bytes: 200 * 1024, least: 64, most: 2048 } as const

/**
 * What a file says it is, by its content and never by its name: nothing is decoded before its size is known, so that
 * a small file cannot ask for gigabytes.
 * @throws NoLogo
 */
export function pictureKind(bytes: Uint8Array): PictureKind {
  if (bytes.length === 0) throw new NoLogo('missing')
  if (bytes.length > LOGO_LIMITS.bytes) throw new NoLogo('tooLarge')
  const kind = kindOf(bytes)
  if (!kind) throw new NoLogo('notPicture')
  if (isAnimated(kind, bytes)) throw new NoLogo('animated')
  const { width, height } = sizeOf(bytes)
  const sides = [width, height]
  if (sides.some((side) => !(side >= LOGO_LIMITS.least && side <= LOGO_LIMITS.most)))
    throw new NoLogo('wrongSize')
  if (!endsWithPicture(kind, bytes)) throw new NoLogo('broken')
  return kind
}

function kindOf(bytes: Uint8Array): PictureKind | undefined {
  if (text(bytes, 1, 3) === 'PNG' && bytes[0] === 0x89) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  return text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP' ? 'webp' : undefined
}

function isAnimated(kind: PictureKind, bytes: Uint8Array): boolean {
  if (kind === 'png') return chunksOf(bytes).some(({ name }) => name === 'acTL')
  return kind === 'webp' && text(bytes, 12, 4) === 'VP8X' && (bytes[20]! & 0x02) !== 0
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    return imageSize(bytes)
  } catch {
    throw new NoLogo('broken')
  }
}

/** Whether nothing follows the picture: an archive or a page behind it would make the file two things at once. */
function endsWithPicture(kind: PictureKind, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (kind === 'jpeg') return view.getUint16(bytes.length - 2) === 0xffd9
  if (kind === 'webp') return view.getUint32(4, true) + 8 === bytes.length
  const last = chunksOf(bytes).at(-1)
  return last?.name === 'IEND' && last.end === bytes.length
}

/** The chunks of a PNG up to its end (ISO/IEC 15948, 5.3). */
function chunksOf(bytes: Uint8Array): { name: string; end: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const found: { name: string; end: number }[] = []
  for (let at = 8; at + 12 <= bytes.length && found.at(-1)?.name !== 'IEND'; ) {
    const end = at + 12 + view.getUint32(at)
    found.push({ name: text(bytes, at + 4, 4), end })
    at = end
  }
  return found
}

function text(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}
