import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Locale } from '../../shared/locale'
import { assetDefines, buildAssets } from '../../web/build-assets'
import { EmbeddedPetitionPage } from '../../web/pages/embed/petition'
import { petitionPage } from './all-pages'
import { petitionIn, TODAY } from './fixtures'

const root = join(import.meta.dirname, '../..')
const { files, manifest } = await buildAssets(root)

function bytesOf(...names: (keyof typeof manifest)[]): number {
  const keys = names.map((name) => manifest[name].slice(1))
  return files
    .filter(({ key }) => keys.includes(key))
    .reduce((sum, { body }) => sum + gzipSync(body).length, 0)
}

describe('assets', () => {
  it('are named by their content, and the same content by the same name', async () => {
    const fixed = ['embed/viche.js']
    for (const { key } of files)
      if (!fixed.includes(key)) expect(key).toMatch(/^assets\/[a-z]+-[0-9a-f]{10}\.(css|js)$/)
    expect((await buildAssets(root)).manifest).toEqual(manifest)
    expect(JSON.parse((await assetDefines(root)).VICHE_ASSETS)).toEqual(manifest)
  })

  it('keep a petition’s page within 14 KB compressed, its styles within 5', () => {
    expect(bytesOf('site.css')).toBeLessThan(5 * 1024)
    expect(gzipSync(petitionPage('uk')).length + bytesOf('site.css')).toBeLessThan(14 * 1024)
  })

  it('keep the scripts before the form to sign within 4 KB', () => {
    expect(bytesOf('petition')).toBeLessThan(4 * 1024)
  })

  it('keep the script that waits for a receipt within 1 KB', () => {
    expect(bytesOf('receipt')).toBeLessThan(1024)
  })

  it('keep the widget of other sites within 12 KB: its element, and its frame with all that it loads', () => {
    const framed = ['uk', 'en'].map((locale) =>
      EmbeddedPetitionPage({ locale: locale as Locale, petition: petitionIn('collecting'), today: TODAY }),
    )
    const [uk, en] = framed.map((html) => gzipSync(String(html)).length)
    const element = gzipSync(files.find(({ key }) => key === 'embed/viche.js')!.body).length
    expect(element).toBeLessThan(2 * 1024)
    expect(Math.max(uk!, en!) + element + bytesOf('embed.css', 'frame')).toBeLessThan(12 * 1024)
  })

  it('keep the page to verify within 4 KB of script until it verifies, and its worker within 32', () => {
    expect(bytesOf('verify')).toBeLessThan(4 * 1024)
    expect(bytesOf('verifier')).toBeLessThan(32 * 1024)
    expect(bytesOf('timestamps')).toBeLessThan(100 * 1024)
    expect(bytesOf('edwards')).toBeLessThan(16 * 1024)
  })
})
