import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('`npx cdk synth` needs no credentials', { timeout: 120_000 }, () => {
  const output = mkdtempSync(join(tmpdir(), 'viche-synth-'))
  const { PATH } = process.env
  try {
    execFileSync('npx', ['cdk', 'synth', '--quiet', '--output', output], {
      env: { PATH, HOME: output, CI: 'true' },
      stdio: 'pipe',
    })
    expect(existsSync(join(output, 'Viche.template.json'))).toBe(true)
    expect(existsSync(join(output, 'VicheData.template.json'))).toBe(true)
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
})
