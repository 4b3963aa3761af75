import { setTimeout as sleep } from 'node:timers/promises'
import type { Proof } from '../../replay/town'
import type { Attacker, Guise } from '../attacker'
import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

/** One solved proof serves so many bots. */
const BOTS_A_PROOF = 200
const AT_ONCE = 10

interface Solved {
  readonly guise: Guise
  readonly proof: Proof
}

export const replay: Strategy = {
  name: 'solved once, replayed',
  tries: 'solves one proof and sends it at once from ten machines, again, for other addresses and petitions',
  bots: 1700,
  owns: { machines: 60, mailboxes: 'one for each 200 bots', cpuSeconds: 20 },
  atOnce: 24,
  async begin(attacker) {
    const solved = new Map<number, Promise<Solved | undefined>>()
    return {
      async bot(bot) {
        const group = Math.floor(bot / BOTS_A_PROOF)
        if (!solved.has(group)) solved.set(group, solveAndRace(attacker, group))
        const one = await solved.get(group)
        if (one) await again(attacker, bot, one)
      },
    }
  },
}

/** The proof's own address, from ten machines at the same moment: one of them may be let through. */
async function solveAndRace(attacker: Attacker, group: number): Promise<Solved | undefined> {
  const email = attacker.own(randomAddress(attacker.stage.random, 'ukr.net'))
  const guise = { machine: botMachine(group), person: attacker.person(), email }
  const proof = await attacker.prove(guise)
  if (!proof) return undefined
  await sleep(attacker.stage.formMs)
  const places = Array.from({ length: AT_ONCE }, (_, place) => botMachine(group * AT_ONCE + place, 7))
  await Promise.all(places.map((machine) => attacker.send({ ...guise, machine }, proof)))
  const mail = await attacker.stage.mailroom.next(email)
  if (mail) await attacker.confirm(guise.machine, mail.token)
  return { guise, proof }
}

async function again(attacker: Attacker, bot: number, { guise, proof }: Solved): Promise<void> {
  const machine = botMachine(bot % 60, 3)
  const email = attacker.own(randomAddress(attacker.stage.random, 'gmail.com'))
  const stranger = { machine, person: attacker.person(), email }
  const { parameters } = proof.challenge
  const ways = [
    () => attacker.send({ ...guise, machine }, proof),
    () => attacker.send(stranger, proof),
    () => attacker.send({ ...guise, machine }, proof, {}, attacker.stage.other.id),
    () => attacker.send(stranger, changed(proof, { salt: parameters.nonce })),
    () => attacker.send(stranger, changed(proof, { data: { ...parameters.data, issuedAt: Date.now() } })),
    () => attacker.send({ ...guise, machine }, changed(proof, { nonce: parameters.salt })),
  ]
  await ways[bot % ways.length]!()
}

/** The proof with something of the challenge's changed; its signature stays. */
function changed({ challenge, solution }: Proof, changes: object): Proof {
  return { challenge: { ...challenge, parameters: { ...challenge.parameters, ...changes } }, solution }
}
