import { createTransport } from 'nodemailer'
import type { Attachment, Mail, Mailer } from '../ports/mailer'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** Address of the sender. */
  readonly from: string
}

export interface SmtpMailer extends Mailer {
  /** Ends the connections kept open between mails. */
  close(): void
}

/**
 * Hands mails to an SMTP server (RFC 5321) without TLS or a password, as one on the same machine takes them.
 * A few connections are kept and shared.
 */
export function smtpMailer({ host, port, from }: SmtpOptions): SmtpMailer {
  const transport = createTransport({
    pool: true,
    host,
    port,
    ignoreTLS: true,
    maxConnections: 4,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 30_000,
    // Bodies are texts of the product: nothing in them may name a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail: Mail) => {
      const { to, subject, text, html, messageId, headers = {}, attachments = [] } = mail
      const sent = await transport.sendMail({
        from,
        to: [...to],
        subject,
        text,
        html,
        messageId,
        headers: { ...headers },
        attachments: attachments.map(attached),
      })
      if (sent.rejected.length > 0) {
        throw Object.assign(new Error(`${sent.rejected.length} recipients were refused`), {
          code: 'EENVELOPE',
        })
      }
      return { messageId: sent.messageId }
    },
    close: () => transport.close(),
  }
}

function attached({ fileName, type, text }: Attachment) {
  return { filename: fileName, contentType: type, content: text, encoding: 'utf8' } as const
}
