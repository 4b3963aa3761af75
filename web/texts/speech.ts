import type { Term } from '../../shared/calendar/term'
import type { Locale } from '../../shared/locale'
import { ANNULMENT_GROUNDS, type AnnulmentGround } from '../../shared/log/annulment'
import { itemOf } from '../../shared/petition/rules'
import type { Text } from '../../shared/procedure/rule'
import { fullName } from '../../shared/signing/person-name'
import { textsOf } from './index'
import { plural } from './plural'

/** `1 підпис`, `2 підписи`, `5 підписів`. */
export function signaturesIn(locale: Locale, count: number): string {
  return plural(locale, count, textsOf(locale).site.units.signatures)
}

/** A term of the statute in words: `90 календарних днів`. */
export function termIn(locale: Locale, term: Term): string {
  return plural(locale, term.count, textsOf(locale).site.units[term.unit])
}

/** The words for a role; a role without words is shown by its id. */
export function roleIn(locale: Locale, role: string): string {
  return wordFor(textsOf(locale).site.roles, role)
}

/** A ground for annulling with the item behind it: `… (п. 8.3 Положення про електронні петиції)`. */
export function annulmentGroundIn(locale: Locale, code: AnnulmentGround): string {
  const { item, ...words }: Text & { readonly item?: string } = ANNULMENT_GROUNDS[code]
  return item === undefined ? words[locale] : `${words[locale]} (${itemOf(item)[locale]})`
}

/** The word of a table for a key that came as data. */
export function wordFor(table: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(table, key) ? table[key]! : key
}

/** Surname, given name, patronymic as they are published. */
export function nameOf({ surname, givenName, patronymic }: PersonView): string {
  return fullName({ surname, givenName, ...(patronymic !== undefined && { patronymic }) })
}

interface PersonView {
  readonly surname: string
  readonly givenName: string
  readonly patronymic?: string | undefined
}
