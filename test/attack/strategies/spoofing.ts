import type { Random } from '../../crash/seeded'
import { between } from '../../crash/seeded'
import { botMachine } from '../machines'
import { providerOf, randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

/** Headers by which other sites have let themselves be told an address. */
const HEADERS = [
  'x-forwarded-for',
  'x-real-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-client-ip',
  'fastly-client-ip',
  'x-cluster-client-ip',
  'cloudfront-viewer-address',
]

export const spoofing: Strategy = {
  name: 'spoofed addresses',
  tries: 'signs from two machines and says in every header known for it that each bot is somewhere else',
  bots: 600,
  owns: { machines: 2, mailboxes: '600 at free providers', cpuSeconds: 45 },
  atOnce: 30,
  async begin(attacker) {
    const { random } = attacker.stage
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(random, providerOf(bot)))
        const headers = elsewhere(random)
        await attacker.sign({
          machine: botMachine(201 + (bot % 2)),
          person: attacker.person(),
          email,
          headers,
        })
      },
    }
  },
}

function elsewhere(random: Random): Record<string, string> {
  const address = Array.from({ length: 4 }, () => Math.floor(between(random, 1, 223))).join('.')
  return { ...Object.fromEntries(HEADERS.map((name) => [name, address])), forwarded: `for=${address}` }
}
