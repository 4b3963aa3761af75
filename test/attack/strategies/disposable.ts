import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

/** Some of the best known services whose mailboxes anybody reads. */
const DOMAINS = [
  'mailinator.com',
  'guerrillamail.com',
  'yopmail.com',
  '10minutemail.com',
  'temp-mail.org',
  'sharklasers.com',
  'trashmail.com',
  'dispostable.com',
]

export const disposable: Strategy = {
  name: 'disposable mailboxes',
  tries: 'signs with mailboxes of services that lend them for minutes, solving each proof',
  bots: 300,
  owns: { machines: 60, mailboxes: 'any of eight services', cpuSeconds: 30 },
  atOnce: 16,
  async begin(attacker) {
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(attacker.stage.random, DOMAINS[bot % DOMAINS.length]!))
        await attacker.sign({ machine: botMachine(bot % 60, 11), person: attacker.person(), email })
      },
    }
  },
}
