import { expect, test } from 'vitest'
import { judge } from '../../../shared/admission/judge'

const work = { done: 1, needed: 1, ageSeconds: 5 }
const at = (n: number) => ({ n, limit: 10, secondsLeft: 60 })

test('below every limit somebody is let in; at it the layer is named, and how long to wait', () => {
  expect(judge({ counted: { ip: at(9), network: at(9), domain: at(9), petition: at(9) }, work })).toEqual({
    admitted: true,
  })
  for (const layer of ['ip', 'network', 'domain', 'petition'] as const) {
    expect(judge({ counted: { [layer]: at(10) }, work })).toEqual({ admitted: false, layer, retryAfter: 60 })
  }
})

test('of several the one nearest to the reader is named, and a limit before the work', () => {
  const counted = { network: at(10), domain: at(11) }
  expect(judge({ counted, work: { ...work, needed: 8 } })).toMatchObject({ layer: 'network' })
  expect(judge({ counted: {}, work: { ...work, needed: 8 } })).toEqual({ admitted: false, layer: 'stale' })
})
