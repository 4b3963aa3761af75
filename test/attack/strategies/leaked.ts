import { oneOf } from '../../crash/seeded'
import { botMachine } from '../machines'
import type { Strategy } from '../strategy'

export const leaked: Strategy = {
  name: 'leaked links',
  tries: 'presses the links of other people’s mail, found in shared mailboxes and histories, again and again',
  bots: 1700,
  owns: { machines: 80, mailboxes: 'sees one in twenty residents’', cpuSeconds: 0 },
  atOnce: 24,
  async begin(attacker) {
    const { leaks } = attacker.stage.ledger
    return {
      async bot(bot) {
        if (leaks.length === 0) return
        const token = oneOf(attacker.stage.random, leaks)
        const machine = botMachine(bot % 80, 61)
        if (bot % 3) await attacker.confirm(machine, token)
        else await attacker.pressForm(machine, token)
      },
    }
  },
}
