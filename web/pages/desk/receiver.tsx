import type { Instant } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { Delivery } from '../../../shared/systems/delivery'
import type { Receiver } from '../../../shared/systems/receiver'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Deliveries } from '../../components/desk/systems/deliveries'
import type { Failed } from '../../components/desk/systems/key-form'
import { ReceiverButton } from '../../components/desk/systems/receiver-button'
import { ReceiverForm } from '../../components/desk/systems/receiver-form'
import { ReceiverState } from '../../components/desk/systems/receiver-state'
import { ShownOnce } from '../../components/desk/systems/shown-once'
import { textsOf } from '../../texts'
import { formatDate } from '../../texts/format'

export interface DeskReceiverPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly receiver: Receiver
  /** Newest first. */
  readonly deliveries: readonly Delivery[]
  readonly flash?: string
  /** A secret that was just made; shown this once. */
  readonly made?: { readonly secret: string; readonly oldEndsAt?: Instant }
  /** The form that was sent back, and why. */
  readonly failed?: Failed
}

/** With the library of Standard Webhooks; there is one for each common language. */
const VERIFYING = `import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

const webhook = new Webhook(process.env.VICHE_SECRET)
createServer(async (request, response) => {
  const body = await text(request)
  try {
    const { type, data } = webhook.verify(body, request.headers)
    console.log(type, data.petition?.title)
    response.writeHead(204).end()
  } catch {
    response.writeHead(401).end()
  }
}).listen(8080)`

/** One receiver: whether news gets through, its last messages, and what can be done with it. */
export function DeskReceiverPage(props: DeskReceiverPageProps) {
  const { locale, staff, receiver, deliveries, flash, failed } = props
  const t = textsOf(locale).systems.receivers
  const { id, place, name, url, paused } = receiver
  const hidden = { csrf: staff.csrf, scope: place, receiver: id }
  const button = { locale, hidden }
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskReceiver(place, id)}
      title={name}
      staff={staff}
      flash={flash}
      styles={['verify']}
      scripts={props.made ? ['copy'] : []}
    >
      <p>
        <a href={href(locale, paths.deskSystems(place))}>← {t.back}</a>
      </p>
      <h1>{name}</h1>
      <Made {...props} />
      <p>
        <code>{url}</code>
        <br />
        <ReceiverState locale={locale} receiver={receiver} />
      </p>
      {paused && <p>{t.pausedLead}</p>}
      <div class="row">
        <ReceiverButton {...button} change="test" label={t.test} />
        {paused ? (
          <ReceiverButton {...button} change="resume" label={t.resume} />
        ) : (
          <ReceiverButton {...button} change="pause" label={t.pause} />
        )}
      </div>
      <details>
        <summary>{t.verify}</summary>
        <pre class="commands">
          <code>{VERIFYING}</code>
        </pre>
      </details>
      <Deliveries locale={locale} hidden={hidden} deliveries={deliveries} />
      <details class="action" open={failed !== undefined}>
        <summary>{t.change}</summary>
        <ReceiverForm locale={locale} csrf={staff.csrf} place={place} receiver={receiver} failed={failed} />
      </details>
      <details class="action">
        <summary>{t.rotate}</summary>
        <p class="hint">{t.rotateHint}</p>
        <ReceiverButton {...button} change="rotate" label={t.rotate} />
      </details>
      <details class="action">
        <summary>{t.remove}</summary>
        <p class="hint">{t.removeHint}</p>
        <ReceiverButton {...button} change="remove" label={t.remove} />
      </details>
    </DeskLayout>
  )
}

function Made({ locale, made }: DeskReceiverPageProps) {
  if (!made) return null
  const t = textsOf(locale).systems.receivers
  return (
    <section class="done" role="status" aria-labelledby="made">
      <h2 id="made">{t.secretTitle}</h2>
      <p>{t.secretMade}</p>
      <ShownOnce locale={locale} label={t.secret} copy={t.copySecret} secret={made.secret} />
      {made.oldEndsAt && <p>{t.secretRotated(formatDate(locale, made.oldEndsAt))}</p>}
    </section>
  )
}
