import type { Proof } from '../../replay/town'
import { Exhausted, type Guise } from '../attacker'
import { botMachine } from '../machines'
import { providerOf, randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

/** Proofs solved before the storm. */
const MOST = 100

interface Kept {
  readonly guise: Guise
  readonly proof: Proof
}

export const hoarding: Strategy = {
  name: 'hoarded proofs',
  tries: 'solves its proofs in a quiet hour, when they are easy, and sends them amid the storm',
  bots: 100,
  owns: { machines: 50, mailboxes: '100 at free providers', cpuSeconds: 20 },
  atOnce: 10,
  async begin(attacker) {
    const kept: Kept[] = []
    const hoard = async (bot: number) => {
      const email = attacker.own(randomAddress(attacker.stage.random, providerOf(bot)))
      const guise = { machine: botMachine(bot % 50, 71), person: attacker.person(), email }
      const proof = await attacker.prove(guise)
      if (proof) kept.push({ guise, proof })
    }
    const wanted = Math.min(MOST, attacker.size)
    await Promise.all(Array.from({ length: wanted }, (_, bot) => hoard(bot).catch(unlessExhausted)))
    return {
      async bot() {
        const one = kept.shift()
        if (!one) throw new Exhausted()
        const mail = await attacker.sendForMail(one.guise, one.proof)
        if (mail) await attacker.confirm(one.guise.machine, mail.token)
      },
    }
  },
}

function unlessExhausted(error: unknown): void {
  if (!(error instanceof Exhausted)) throw error
}
