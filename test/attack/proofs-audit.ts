import { fullName, type PersonName } from '../../shared/signing/person-name'
import type { Row } from '../crash/rows'
import type { Violations } from '../crash/violations'
import type { Collecting } from './campaign'
import type { AcceptedForm } from './ledger'
import type { Stage } from './stage'

/** What a petition's rows are held against. */
export interface Held {
  readonly stage: Stage
  readonly petition: Collecting
  readonly rows: readonly Row[]
  /** From the spelling of an address to the person's row. */
  readonly nullifier: (address: string) => string
  readonly violations: Violations
}

/** What people did, by what it is looked for by. */
interface Deeds {
  readonly forms: ReadonlyMap<string, readonly AcceptedForm[]>
  readonly pressed: ReadonlySet<string>
}

/** Who got the signatures that count, by their row: a strategy's name, or `residents`. */
export type Takers = ReadonlyMap<Row, string>

/**
 * Every signature that counts rests on a proof of work of its own, a mail to its person's mailbox and the button
 * behind that mail's link; and no mailbox counts twice. All of it by what was done, not by what the product says.
 */
export function auditProofs(held: Held): Takers {
  const { rows, stage, violations } = held
  const people = peopleOf(held)
  const deeds = {
    forms: Map.groupBy(stage.ledger.accepted, ({ email }) => email.toLowerCase()),
    pressed: new Set(stage.ledger.presses.map(({ token }) => token)),
  }
  const mailboxes = new Map<string, string>()
  const takers = new Map<Row, string>()
  for (const row of rows.filter(({ kind }) => kind === 'signature')) {
    const person = people.get(row.key)
    if (!person) {
      violations.add(`row ${row.key} is counted without a mail to anybody`)
      continue
    }
    checkForm(held, deeds, row, person)
    checkPress(held, deeds, row, person)
    for (const address of person) {
      const { who, mailbox } = stage.ledger.ownerOf(address) ?? { who: 'nobody', mailbox: address }
      const before = mailboxes.get(mailbox)
      violations.check(
        before === undefined || before === row.key,
        () => `the mailbox ${mailbox} (${who}) counts twice: rows ${before} and ${row.key}`,
      )
      mailboxes.set(mailbox, row.key)
    }
    const { who } = stage.ledger.ownerOf(person[0]!) ?? { who: 'nobody' }
    takers.set(row, who)
  }
  return takers
}

/** Addresses that were mailed a link, by the person they are for the product. */
function peopleOf({ stage, nullifier }: Held): Map<string, string[]> {
  return Map.groupBy(stage.mailroom.addresses(), nullifier)
}

/** At least one form of this person was accepted, with a proof solved for that very address. */
function checkForm(
  { stage, petition, violations }: Held,
  { forms: all }: Deeds,
  row: Row,
  addresses: readonly string[],
): void {
  const forms = addresses.flatMap((address) => all.get(address.toLowerCase()) ?? [])
  const own = forms.filter((form) => {
    const solvedFor = stage.ledger.solved.get(form.nonce)?.toLowerCase()
    return form.petitionId === petition.id && solvedFor === form.email.toLowerCase()
  })
  violations.check(
    own.length > 0,
    () => `row ${row.key} (${addresses}) is counted without a proof of its own`,
  )
  const name = fullName(row as PersonName)
  violations.check(
    own.some(({ person }) => fullName(person) === name),
    () => `row ${row.key} (${addresses}) bears a name that was not sent with its form`,
  )
}

/** Somebody pressed the button behind a link that was mailed to this person. */
function checkPress(
  { stage, violations }: Held,
  { pressed }: Deeds,
  row: Row,
  addresses: readonly string[],
): void {
  const tokens = addresses.flatMap((address) => stage.mailroom.mails(address).map(({ token }) => token))
  violations.check(
    tokens.some((token) => pressed.has(token)),
    () => `row ${row.key} (${addresses}) is counted though nobody pressed its button`,
  )
}

/** A proof serves one form, and a form brings one mail at most. */
export function auditForms({ ledger, mailroom }: Stage, violations: Violations): void {
  const nonces = new Set<string>()
  for (const { nonce, email } of ledger.accepted) {
    violations.check(!nonces.has(nonce), () => `the proof ${nonce} (${email}) served twice`)
    nonces.add(nonce)
  }
  const forms = Map.groupBy(ledger.accepted, ({ email }) => email.toLowerCase())
  for (const address of mailroom.addresses().filter((one) => ledger.ownerOf(one))) {
    const [mails, accepted] = [mailroom.mails(address).length, forms.get(address.toLowerCase())?.length ?? 0]
    violations.check(mails <= accepted, () => `${address} was sent ${mails} mails for ${accepted} forms`)
  }
}
