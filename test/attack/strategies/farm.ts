import { botMachine } from '../machines'
import { providerOf, randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

export const farm: Strategy = {
  name: 'proofs at scale',
  tries:
    'does everything right: a botnet’s addresses, bought mailboxes at free providers, each proof solved in time',
  bots: 700,
  owns: { machines: 150, mailboxes: '700 at free providers', cpuSeconds: 80 },
  atOnce: 40,
  async begin(attacker) {
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(attacker.stage.random, providerOf(bot)))
        await attacker.sign({ machine: botMachine(bot % 150, 21), person: attacker.person(), email })
      },
    }
  },
}
