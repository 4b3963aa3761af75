import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assetDefines, buildAssets } from '../../web/build-assets'
import { petitionPage } from './all-pages'

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
    for (const { key } of files) expect(key).toMatch(/^assets\/[a-z]+-[0-9a-f]{10}\.(css|js)$/)
    expect((await buildAssets(root)).manifest).toEqual(manifest)
    expect(JSON.parse((await assetDefines(root)).VICHE_ASSETS)).toEqual(manifest)
  })

  it('keep a petition’s page within 14 KB compressed, its styles within 5', () => {
    expect(bytesOf('site.css')).toBeLessThan(5 * 1024)
    expect(gzipSync(petitionPage('uk')).length + bytesOf('site.css')).toBeLessThan(14 * 1024)
  })

  it('keep the scripts before the form to sign within 4 KB', () => {
    expect(bytesOf('count', 'search')).toBeLessThan(4 * 1024)
  })

  it('keep the script that waits for a receipt within 1 KB', () => {
    expect(bytesOf('receipt')).toBeLessThan(1024)
  })

  it('keep the page to verify within 4 KB of script until it verifies, and its worker within 32', () => {
    expect(bytesOf('verify')).toBeLessThan(4 * 1024)
    expect(bytesOf('verifier')).toBeLessThan(32 * 1024)
    expect(bytesOf('timestamps')).toBeLessThan(100 * 1024)
    expect(bytesOf('edwards')).toBeLessThan(16 * 1024)
  })
})
