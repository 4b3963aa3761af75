import { botMachine } from '../machines'
import { providerOf, randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

const PRESSES = 12

export const races: Strategy = {
  name: 'confirm races',
  tries:
    'has two links of one mailbox and presses both a dozen times at the same moment, by program and by form',
  bots: 150,
  owns: { machines: 80, mailboxes: '150 at free providers', cpuSeconds: 35 },
  atOnce: 12,
  async begin(attacker) {
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(attacker.stage.random, providerOf(bot)))
        const guise = { machine: botMachine(bot % 80, 51), person: attacker.person(), email }
        const first = await attacker.askForMail(guise)
        const second = bot % 3 ? first : await attacker.askForMail(guise)
        if (!first) return
        const tokens = [first.token, second?.token ?? first.token]
        const presses = Array.from({ length: PRESSES }, (_, n) => {
          const machine = botMachine((bot + n) % 80, 53)
          const token = tokens[n % 2]!
          return n % 4 ? attacker.confirm(machine, token) : attacker.pressForm(machine, token)
        })
        await Promise.all(presses)
      },
    }
  },
}
