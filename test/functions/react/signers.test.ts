import { expect, test } from 'vitest'
import { publishSigners } from '../../../functions/actions/publish-signers'
import { namesKey } from '../../../shared/log/addresses'
import { MemoryObjects } from '../../support/memory-objects'

const petition = { id: 'lane', title: 'Висадити липову алею', locale: 'uk' as const }

test('a publisher that is behind does not bring back a shorter list', async () => {
  const objects = new MemoryObjects()
  const names = ['Ганна', 'Марко', 'Олена'].map((name, index) => ({
    index,
    name,
    date: '2026-03-02',
    salt: 'AAAA',
  }))
  await objects.put(namesKey(petition.id, 0), JSON.stringify(names), { cacheSeconds: 0 })
  const page = () => objects.text('petitions/lane/signers/1/index.html')

  await publishSigners(objects, petition, async () => 3)
  expect(page()).toContain('Олена')

  let asked = 0
  await publishSigners(objects, petition, async () => (asked++ === 0 ? 2 : 3))
  expect(page()).toContain('Олена')
})
