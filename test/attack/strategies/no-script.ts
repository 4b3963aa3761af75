import { randomBytes } from 'node:crypto'
import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

/** What is sent in a proof's place. */
const INSTEAD: readonly (() => { altcha?: string; changes?: object })[] = [
  () => ({}),
  () => ({ altcha: '' }),
  () => ({ altcha: randomBytes(300).toString('base64') }),
  () => ({ altcha: Buffer.from('{"challenge":{},"solution":{}}').toString('base64') }),
  () => ({ altcha: 'x', changes: { website: 'https://bots.example' } }),
  () => ({ altcha: 'x', changes: { altcha: { verified: true } } }),
]

export const noScript: Strategy = {
  name: 'no script',
  tries: 'sends the form without the proof of work, as programs do that fill in whatever form they meet',
  bots: 2600,
  owns: { machines: 100, mailboxes: 'any', cpuSeconds: 0 },
  atOnce: 24,
  async begin(attacker) {
    const { random } = attacker.stage
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(random, 'gmail.com'))
        const guise = { machine: botMachine(bot % 100), person: attacker.person(), email }
        const { altcha, changes = {} } = INSTEAD[bot % INSTEAD.length]!()
        await attacker.send(guise, altcha, changes)
        if (bot % 5 === 0) await unsolved(attacker, guise)
      },
    }
  },
}

/** A real challenge with no work done. */
async function unsolved(
  attacker: Parameters<Strategy['begin']>[0],
  guise: Parameters<typeof attacker.send>[0],
): Promise<void> {
  const challenge = await attacker.challenge(guise)
  if (!challenge) return
  await attacker.send(guise, { challenge, solution: { counter: 1, derivedKey: '0'.repeat(64) } })
}
