import type { PersonName } from '../../shared/signing/person-name'

/** Whose address it is: a strategy's or a resident's, and the mailbox that it truly leads to. */
export interface Owner {
  /** A strategy's name, or `residents`. */
  readonly who: string
  readonly mailbox: string
}

/** A form that was answered with «check your mail». */
export interface AcceptedForm {
  readonly petitionId: string
  readonly email: string
  readonly person: PersonName
  /** Nonce of the challenge that went with it. */
  readonly nonce: string
}

/** A button that was pressed, and by whom. */
export interface Press {
  readonly token: string
  readonly by: string
}

/** What everybody did, kept apart from the product: the audit compares the two. */
export class Ledger {
  readonly owners = new Map<string, Owner>()
  /** Nonce of each challenge that was solved, and the address for which it was asked. */
  readonly solved = new Map<string, string>()
  readonly accepted: AcceptedForm[] = []
  readonly presses: Press[] = []
  /** Tokens that residents have let others see. */
  readonly leaks: string[] = []

  /** @param mailbox what the address truly leads to, where that is another's spelling */
  own(address: string, who: string, mailbox = address): void {
    this.owners.set(address.toLowerCase(), { who, mailbox })
  }

  ownerOf(address: string): Owner | undefined {
    return this.owners.get(address.toLowerCase())
  }
}
