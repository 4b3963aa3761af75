import { botMachine } from '../machines'
import { addressOf } from '../mailboxes'
import type { Strategy } from '../strategy'

const DOMAIN = 'harvest-of-voices.example'

export const oneDomain: Strategy = {
  name: 'one domain',
  tries:
    'has bought a domain whose every address is its own, and signs with hundreds of them, solving each proof',
  bots: 600,
  owns: { machines: 120, mailboxes: 'all of one domain', cpuSeconds: 40 },
  atOnce: 30,
  async begin(attacker) {
    return {
      async bot(bot) {
        const person = attacker.person()
        const email = attacker.own(addressOf(person, bot, DOMAIN))
        await attacker.sign({ machine: botMachine(bot % 120, 9), person, email })
      },
    }
  },
}
