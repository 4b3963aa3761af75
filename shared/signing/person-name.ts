/** Surname, given name, patronymic (where there is one): what is published about a signer, with the day. */
export interface PersonName {
  readonly surname: string
  readonly givenName: string
  readonly patronymic?: string
}

/** «Шевченко Оксана Миколаївна», in NFC. */
export function fullName(person: PersonName): string {
  return [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ').normalize('NFC')
}
