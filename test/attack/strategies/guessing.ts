import { randomBytes } from 'node:crypto'
import { EncryptJWT } from 'jose'
import { oneOf, type Random } from '../../crash/seeded'
import type { Attacker } from '../attacker'
import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

const REAL = 4

export const guessing: Strategy = {
  name: 'token guessing',
  tries:
    'makes links up: real ones with letters changed, cut, joined or spelt otherwise, and ones of its own key',
  bots: 1700,
  owns: { machines: 80, mailboxes: String(REAL), cpuSeconds: 5 },
  atOnce: 24,
  async begin(attacker) {
    const real = await Promise.all(Array.from({ length: REAL }, (_, n) => ownToken(attacker, n)))
    const known = real.filter((token) => token !== undefined)
    return {
      async bot(bot) {
        const token = await guess(attacker, known)
        const machine = botMachine(bot % 80, 31)
        await attacker.confirm(machine, token)
        if (bot % 4 === 0) await attacker.ask(machine, `/confirm?${new URLSearchParams({ token })}`)
      },
    }
  },
}

/** A link that is never opened as it is: what is made of it must not sign either. */
async function ownToken(attacker: Attacker, n: number): Promise<string | undefined> {
  const email = attacker.own(randomAddress(attacker.stage.random, 'ukr.net'))
  const mail = await attacker.askForMail({ machine: botMachine(n, 33), person: attacker.person(), email })
  return mail?.token
}

async function guess(attacker: Attacker, known: readonly string[]): Promise<string> {
  const { random, petition } = attacker.stage
  const [token = '', other = ''] = [oneOf(random, known), oneOf(random, known)]
  const parts = token.split('.')
  const ways: readonly (() => string | Promise<string>)[] = [
    () => flipped(token, random),
    () => token.slice(0, -Math.ceil(random() * 30)),
    () =>
      [...parts.slice(0, 4), `${other.split('.')[4]?.slice(0, -1)}${token === other ? '_' : 'A'}`].join('.'),
    () => parts.map((part, n) => (n === 0 ? base64url('{"alg":"none"}') : part)).join('.'),
    () => `${token}=`,
    () => randomBytes(240).toString('base64url'),
    () => ownMade(attacker, petition.id),
  ]
  return oneOf(random, ways)()
}

/** Another letter somewhere in it. */
function flipped(token: string, random: Random): string {
  const place = Math.floor(random() * token.length)
  const letter = token[place] === 'A' ? 'Q' : 'A'
  return token.slice(0, place) + letter + token.slice(place + 1)
}

function ownMade(attacker: Attacker, petitionId: string): Promise<string> {
  const email = attacker.own(randomAddress(attacker.stage.random, 'gmail.com'))
  const link = { purpose: 'sign', petitionId, person: attacker.person(), email, locale: 'uk' }
  return new EncryptJWT({ link })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime('1h')
    .encrypt(randomBytes(32))
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}
