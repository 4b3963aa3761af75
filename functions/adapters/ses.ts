import { SESv2Client, SendEmailCommand, type Attachment as SesAttachment } from '@aws-sdk/client-sesv2'
import type { Attachment, Mailer } from '../ports/mailer'

export const sesClient = () => new SESv2Client({ maxAttempts: 5 })

/**
 * Mails through SES. It gives each mail a Message-ID of its own; ours travels as `X-Viche-Id`,
 * by which a repeat can be recognised.
 */
export function sesMailer(ses: SESv2Client, from: string): Mailer {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })
  return {
    async send({ to, subject, text, html, messageId, headers = {}, attachments = [] }) {
      const all = { ...headers, 'X-Viche-Id': messageId }
      const answer = await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [...to] },
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text), Html: utf8(html) },
              ...(attachments.length > 0 && { Attachments: attachments.map(attached) }),
              Headers: Object.entries(all).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      )
      return { messageId: answer.MessageId ?? messageId }
    },
  }
}

/** Named as base64: by default SES takes an attachment for 7-bit text. */
function attached({ fileName, type, text }: Attachment): SesAttachment {
  return {
    FileName: fileName,
    ContentType: type,
    ContentDisposition: 'ATTACHMENT',
    ContentTransferEncoding: 'BASE64',
    RawContent: new TextEncoder().encode(text),
  }
}
