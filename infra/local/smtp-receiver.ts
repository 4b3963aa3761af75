import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Mailbox, MailboxFile } from './mailbox'

const MAIL_BYTES = 10 * 1024 * 1024

export interface SmtpReceiver {
  readonly port: number
  /** While on, mails are refused for a time (421, 451), as by a server in trouble. */
  outage(on: boolean): void
  stop(): Promise<void>
}

/**
 * An SMTP server on loopback that keeps whatever it takes in the mailbox.
 * @param port 0 for a free one
 */
export async function startSmtpReceiver(mailbox: Mailbox, port: number): Promise<SmtpReceiver> {
  let out = false
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: MAIL_BYTES,
    closeTimeout: 200,
    onConnect: (_session, callback) => callback(out ? trouble(421) : undefined),
    onMailFrom: (_address, _session, callback) => callback(out ? trouble(451) : undefined),
    onData: (stream, session, callback) => {
      const receivers = session.envelope.rcptTo.map(({ address }) => address)
      buffer(stream)
        .then((raw) => keep(mailbox, raw, receivers))
        .then(
          () => callback(),
          () => callback(trouble(451)),
        )
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    outage: (on) => {
      out = on
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(mailbox: Mailbox, raw: Buffer, to: readonly string[]): Promise<void> {
  const mail = await PostalMime.parse(raw)
  await mailbox.add({
    to,
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text?.trimEnd() ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map(fileOf),
    ...oneClickOf(mail),
  })
}

/** The address that ends such mails by one POST, where the sender promises that (RFC 8058). */
function oneClickOf({ headers }: Email): { readonly oneClick?: string } {
  const header = (key: string) => headers.find((one) => one.key === key)?.value.replace(/\s+/g, '')
  const oneClick = /<(https?:[^>]+)>/.exec(header('list-unsubscribe') ?? '')?.[1]
  return oneClick && header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click' ? { oneClick } : {}
}

function fileOf({ filename, content }: Attachment): MailboxFile {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return { name: filename ?? '', text }
}

function trouble(responseCode: 421 | 451): Error {
  return Object.assign(new Error('Try again later'), { responseCode })
}
