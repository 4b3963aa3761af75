import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

const STRANGERS = 6

export const bombing: Strategy = {
  name: 'mail bombing',
  tries: 'has the site send mail after mail to a few strangers, to annoy them and to ruin the sender’s name',
  bots: 150,
  owns: { machines: 50, mailboxes: 'none: strangers’', cpuSeconds: 20 },
  atOnce: 10,
  async begin(attacker) {
    const { random } = attacker.stage
    const strangers = Array.from({ length: STRANGERS }, () => randomAddress(random, 'ukr.net'))
    for (const stranger of strangers) attacker.own(stranger)
    return {
      async bot(bot) {
        const email = strangers[bot % STRANGERS]!
        await attacker.askForMail({ machine: botMachine(bot % 50, 81), person: attacker.person(), email })
      },
    }
  },
}
