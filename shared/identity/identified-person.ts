import type { Identity } from '../community/settings'
import { emailAddress } from '../signing/email-address'
import { personName, personSchema } from '../signing/person'
import { type Identifiers, personIdOf } from '../signing/person-id'
import type { PersonName } from '../signing/person-name'
import { IdentityFailure } from './failure'
import { registerNumberOf, taxNumberOf } from './identifiers'
import { providedNamePart } from './provided-name'

/** How somebody signs other than by mail. */
export type ProviderLevel = Exclude<Identity, 'email'>

/** Somebody whom a provider has identified: what the statute needs of them, and nothing else. */
export interface IdentifiedPerson {
  readonly level: ProviderLevel
  readonly person: PersonName
  /** Goes into the person key alone (`personIdOf`). */
  readonly personId: string
}

/** What a provider says, as it says it; empty where it says nothing. */
export interface ProvidedAttributes {
  readonly surname?: string | undefined
  readonly givenName?: string | undefined
  readonly patronymic?: string | undefined
  readonly taxNumber?: string | undefined
  readonly registerNumber?: string | undefined
  /** Only one that the provider itself has checked: any other would let one sign as somebody else. */
  readonly verifiedEmail?: string | undefined
}

/**
 * Who it is by what a provider says.
 * @throws IdentityFailure `nameless`, `unusual-name`, `unidentified`; `unreadable` for a number that is none
 */
export function identifiedPerson(level: ProviderLevel, attributes: ProvidedAttributes): IdentifiedPerson {
  return { level, person: nameIn(attributes), personId: personIdIn(attributes) }
}

function nameIn({ surname = '', givenName = '', patronymic = '' }: ProvidedAttributes): PersonName {
  const [last, first, middle] = [surname, givenName, patronymic].map(providedNamePart)
  if (!last || !first) throw new IdentityFailure('nameless')
  const parsed = personSchema.safeParse({
    surname: last,
    givenName: first,
    ...(middle && { patronymic: middle }),
  })
  if (!parsed.success) throw new IdentityFailure('unusual-name')
  return personName(parsed.data)
}

function personIdIn(attributes: ProvidedAttributes): string {
  const taxNumber = attributes.taxNumber ? taxNumberOf(attributes.taxNumber) : undefined
  const registerNumber = attributes.registerNumber ? registerNumberOf(attributes.registerNumber) : undefined
  const email = emailAddress.safeParse(attributes.verifiedEmail)
  const identifiers: Identifiers = {
    ...(taxNumber !== undefined && { taxNumber }),
    ...(registerNumber !== undefined && { registerNumber }),
    ...(email.success && { email: email.data }),
  }
  if (Object.keys(identifiers).length === 0) throw new IdentityFailure('unidentified')
  return personIdOf(identifiers)
}
