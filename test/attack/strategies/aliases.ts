import type { Random } from '../../crash/seeded'
import { botMachine } from '../machines'
import { addressOf } from '../mailboxes'
import type { Strategy } from '../strategy'

const MAILBOXES = 5

/** Providers that deliver other spellings to the same mailbox, by their own word. */
const SPELLINGS: readonly { domain: string; spell(local: string, bot: number, random: Random): string }[] = [
  { domain: 'gmail.com', spell: (local, _, random) => `${dotted(local, random)}@gmail.com` },
  { domain: 'gmail.com', spell: (local, bot) => `${local}+petition${bot}@gmail.com` },
  { domain: 'gmail.com', spell: (local, bot) => `${local}+${bot}@googlemail.com` },
  { domain: 'outlook.com', spell: (local, bot) => `${local}+${bot}@outlook.com` },
  { domain: 'icloud.com', spell: (local, bot) => `${local}+${bot}@icloud.com` },
]

export const aliases: Strategy = {
  name: 'plus and dot aliases',
  tries:
    'signs with other spellings of five mailboxes: dots, plus parts, the provider’s other domain, capitals',
  bots: 500,
  owns: { machines: 60, mailboxes: String(MAILBOXES), cpuSeconds: 35 },
  atOnce: 20,
  async begin(attacker) {
    const { random } = attacker.stage
    const people = Array.from({ length: MAILBOXES }, () => attacker.person())
    return {
      async bot(bot) {
        const place = bot % MAILBOXES
        const { domain, spell } = SPELLINGS[place % SPELLINGS.length]!
        const mailbox = addressOf(people[place]!, 7000 + place, domain)
        const spelt = spell(mailbox.split('@')[0]!.replaceAll('.', ''), bot, random)
        const email = bot % 3 ? spelt : spelt.toUpperCase()
        attacker.own(email, domain === 'gmail.com' ? mailbox.replaceAll('.', '') : mailbox)
        await attacker.sign({ machine: botMachine(bot % 60, 13), person: attacker.person(), email })
      },
    }
  },
}

/** A dot here and there: the provider does not mind them. */
function dotted(local: string, random: Random): string {
  return [...local]
    .map((letter) => (random() < 0.3 ? `${letter}.` : letter))
    .join('')
    .replace(/\.$/, '')
}
