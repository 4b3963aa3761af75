import { botMachine } from '../machines'
import { addressOf, providerOf } from '../mailboxes'
import type { Strategy } from '../strategy'

export const slowDrip: Strategy = {
  name: 'slow drip',
  tries:
    'does everything right and stays under every limit: two an hour from each machine, named like people',
  bots: 240,
  owns: { machines: 20, mailboxes: '240 at free providers', cpuSeconds: 50 },
  atOnce: 10,
  hours: 6,
  async begin(attacker) {
    return {
      async bot(bot) {
        const person = attacker.person()
        const email = attacker.own(addressOf(person, 30_000 + bot, providerOf(bot)))
        await attacker.sign({ machine: botMachine(220 + (bot % 20)), person, email })
      },
    }
  },
}
