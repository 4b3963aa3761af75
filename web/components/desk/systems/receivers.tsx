import type { Locale } from '../../../../shared/locale'
import type { Place } from '../../../../shared/systems/place'
import type { Receiver } from '../../../../shared/systems/receiver'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import type { Failed } from './key-form'
import { ReceiverForm } from './receiver-form'
import { ReceiverState } from './receiver-state'

interface ReceiversProps {
  readonly locale: Locale
  readonly csrf: string
  readonly place: Place
  /** Newest first. */
  readonly receivers: readonly Receiver[]
  readonly failed?: Failed | undefined
}

/** Where the instructions for receivers are. */
const GUIDE = 'https://www.standardwebhooks.com/'

/** The receivers of an organisation, whether they work, and the form of a new one. */
export function Receivers({ locale, csrf, place, receivers, failed }: ReceiversProps) {
  const t = textsOf(locale).systems.receivers
  return (
    <section aria-labelledby="receivers">
      <h3 id="receivers">{t.title}</h3>
      <p>
        {t.lead}{' '}
        <a href={GUIDE} rel="noopener">
          {t.guide}
        </a>
      </p>
      {receivers.length === 0 && <p class="empty">{t.empty}</p>}
      <ul class="rows" hidden={receivers.length === 0}>
        {receivers.map((receiver) => (
          <li>
            <p>
              <strong>{receiver.name}</strong> · <ReceiverState locale={locale} receiver={receiver} />
            </p>
            <p class="meta">{receiver.url}</p>
            <p>
              <a
                href={href(locale, paths.deskReceiver(place, receiver.id))}
                aria-label={t.openOf(receiver.name)}
              >
                {t.open}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <details class="action" open={failed !== undefined}>
        <summary>{t.add}</summary>
        <ReceiverForm locale={locale} csrf={csrf} place={place} failed={failed} />
      </details>
    </section>
  )
}
