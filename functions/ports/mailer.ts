/** Hands one mail to the mail system. Throws when that system has not taken it over. */
export interface Mailer {
  send(mail: Mail): Promise<{ readonly messageId: string }>
}

export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for every attempt at the same notice, so that mailboxes can drop a repeat. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly Attachment[]
}

/** A text file that comes with a mail. */
export interface Attachment {
  readonly fileName: string
  /** Media type. */
  readonly type: string
  readonly text: string
}
