import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { DeliveryTry } from '../../shared/systems/delivery'
import type { Receiver } from '../../shared/systems/receiver'
import { href, paths } from '../addresses'
import { formatMoment } from '../texts/format'
import { textsOf } from '../texts/mail'
import { type Letter, type RenderedMail, renderLetters } from './letter'

export interface ReceiverMail {
  readonly receiver: Pick<Receiver, 'id' | 'place' | 'name' | 'url'>
  readonly attempt: Pick<DeliveryTry, 'status' | 'failure'>
  /** Since when nothing has got through. */
  readonly since: Instant
  /** The receiver is paused from now on. */
  readonly paused: boolean
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}

/** Tells whoever answers for a receiver that news does not arrive, and what to do. */
export function renderReceiverFailing(mail: ReceiverMail): RenderedMail {
  const { subject } = textsOf('uk').receiver
  return renderLetters(subject(mail.receiver.name), [letterIn('uk', mail), letterIn('en', mail)])
}

function letterIn(locale: Locale, { receiver, attempt, since, paused, publicUrl }: ReceiverMail): Letter {
  const { greeting, signature, receiver: t } = textsOf(locale)
  const gone = attempt.status === 410
  const failure = t.failures[attempt.failure ?? 'unreachable']
  const { status } = attempt
  return {
    locale,
    parts: [
      greeting,
      gone ? t.gone : t.failed,
      ...(paused && !gone ? [t.paused] : []),
      {
        facts: [
          [t.name, receiver.name],
          [t.address, new URL(receiver.url).origin],
          [t.since, formatMoment(locale, since)],
          [t.last, status === undefined ? failure : t.status(failure, String(status))],
        ],
      },
      ...(paused ? [t.next] : []),
      {
        link: publicUrl + href(locale, paths.deskReceiver(receiver.place, receiver.id)),
        label: t.toDesk,
      },
      signature,
    ],
  }
}
