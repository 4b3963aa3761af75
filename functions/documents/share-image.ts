import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { ShareCard, type ShareCardProps } from '../../web/documents/share-card'
import type { BundledFiles } from '../ports/bundled-files'
import { indexedPng } from './indexed-png'
import type { Typefaces } from './typefaces'

interface ShareImageDeps {
  readonly files: BundledFiles
  readonly typefaces: Typefaces
}

/** The share card as a PNG of 1200 × 630 pixels (the size that Open Graph readers expect), at most 60 KB. */
export async function shareImage(
  { files, typefaces }: ShareImageDeps,
  card: Omit<ShareCardProps, 'measure' | 'draws'>,
): Promise<Uint8Array> {
  const [{ regular, bold, boldMeasures, draws }] = await Promise.all([typefaces(), startRenderer(files)])
  const measure = (text: string) => boldMeasures.layout(text).advanceWidth / boldMeasures.unitsPerEm
  const renderer = new Resvg(String(ShareCard({ ...card, measure, draws })), {
    font: {
      fontBuffers: [regular, bold],
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  })
  const image = renderer.render()
  const png = indexedPng(image)
  // What lies in the renderer's own memory is not collected by itself.
  image.free()
  renderer.free()
  return png
}

let started: Promise<void> | undefined

/** The renderer belongs to the process and can be started once. */
function startRenderer(files: BundledFiles): Promise<void> {
  started ??= files.read('resvg.wasm').then((wasm) => initWasm(wasm as Uint8Array<ArrayBuffer>))
  return started
}
