import type { Locale } from '../../../../shared/locale'
import { type Delivery, type DeliveryTry, subjectOf } from '../../../../shared/systems/delivery'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import { eventIn } from '../../../texts/event-words'
import { formatNumber } from '../../../texts/format'
import { Moment } from '../../moment'

interface DeliveriesProps {
  readonly locale: Locale
  readonly hidden: Readonly<Record<string, string>>
  /** Newest first. */
  readonly deliveries: readonly Delivery[]
}

/** The last messages to a receiver: what became of each, attempt by attempt. */
export function Deliveries({ locale, hidden, deliveries }: DeliveriesProps) {
  const t = textsOf(locale).systems.receivers
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t.deliveries}</h2>
      {deliveries.length === 0 && <p class="empty">{t.noDeliveries}</p>}
      <ol class="journal" hidden={deliveries.length === 0}>
        {deliveries.map((delivery) => (
          <li class={delivery.status === 'failed' ? 'failed' : undefined}>
            <Message locale={locale} delivery={delivery} />
            {delivery.status === 'failed' && delivery.type !== 'ping' && (
              <form method="post" action={href(locale, paths.deskReceivers('again'))}>
                {Object.entries({ ...hidden, delivery: delivery.id }).map(([name, value]) => (
                  <input type="hidden" name={name} value={value} />
                ))}
                <button type="submit" class="quiet" aria-label={t.againOf(nameOf(locale, delivery))}>
                  {t.again}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Message({ locale, delivery }: { readonly locale: Locale; readonly delivery: Delivery }) {
  const t = textsOf(locale).systems.receivers
  const subject = subjectOf(delivery.id)
  return (
    <>
      <p>
        <strong>{nameOf(locale, delivery)}</strong> · {t.statuses[delivery.status]}
      </p>
      <p class="meta">
        <Moment locale={locale} at={delivery.id.split('~')[0]!} />
        {subject !== 'ping' && (
          <>
            {' '}
            · <a href={href(locale, paths.deskPetition(subject.petitionId))}>{t.about}</a>
          </>
        )}
        {delivery.status === 'waiting' && delivery.dueAt && (
          <>
            <br />
            {t.next} <Moment locale={locale} at={delivery.dueAt} />
          </>
        )}
      </p>
      {delivery.tries.length > 0 && (
        <details>
          <summary>
            {t.tries}: {formatNumber(locale, delivery.tries.length)}
          </summary>
          <ul>
            {delivery.tries.map((attempt) => (
              <li>
                <Try locale={locale} attempt={attempt} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Try({ locale, attempt }: { readonly locale: Locale; readonly attempt: DeliveryTry }) {
  const t = textsOf(locale).systems.receivers
  const { at, status, failure, milliseconds, answer } = attempt
  const words = [
    failure && t.failures[failure],
    status !== undefined && `HTTP ${status}`,
    t.took(formatNumber(locale, milliseconds)),
  ].filter(Boolean)
  return (
    <>
      <Moment locale={locale} at={at} />: {words.join(', ')}
      {answer && (
        <>
          <br />
          {t.answered} <code>{answer}</code>
        </>
      )}
    </>
  )
}

function nameOf(locale: Locale, { type }: Delivery): string {
  const t = textsOf(locale).systems.receivers
  return type === 'ping' ? t.ping : eventIn(locale, { type: type.replace(/^petition\./, '') })
}
