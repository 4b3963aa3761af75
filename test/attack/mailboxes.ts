import type { PersonName } from '../../shared/signing/person-name'
import type { Random } from '../crash/seeded'
import { oneOf } from '../crash/seeded'

/** Where people have mail, roughly as often as here. */
const PROVIDERS = [
  ...Array<string>(12).fill('gmail.com'),
  ...Array<string>(5).fill('ukr.net'),
  'i.ua',
  'meta.ua',
  'icloud.com',
  'outlook.com',
]

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ю:iu я:ia'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** A provider as people choose them. */
export function providerOf(number: number): string {
  return PROVIDERS[number % PROVIDERS.length]!
}

/** An address as people choose them: their name and a number that others do not have yet. */
export function addressOf({ givenName, surname }: PersonName, number: number, domain: string): string {
  return `${latin(givenName)}.${latin(surname)}${number}@${domain}`
}

/** An address as programs make them. */
export function randomAddress(random: Random, domain: string): string {
  const letters = Array.from({ length: 12 }, () => oneOf(random, [...'abcdefghijklmnopqrstuvwxyz0123456789']))
  return `${letters.join('')}@${domain}`
}

function latin(text: string): string {
  return [...text.toLowerCase()].map((letter) => LATIN[letter] ?? '').join('')
}
