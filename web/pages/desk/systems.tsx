import type { Instant } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import type { ApiKey } from '../../../shared/systems/api-key'
import type { Place } from '../../../shared/systems/place'
import type { Receiver } from '../../../shared/systems/receiver'
import { paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { type NamedPlace, Places } from '../../components/desk/places'
import { Register } from '../../components/desk/register'
import { type Failed, KeyForm } from '../../components/desk/systems/key-form'
import { KeyList } from '../../components/desk/systems/key-list'
import { ReceiverButton } from '../../components/desk/systems/receiver-button'
import { Receivers } from '../../components/desk/systems/receivers'
import { ShownOnce } from '../../components/desk/systems/shown-once'
import { textsOf } from '../../texts'
import { formatDate } from '../../texts/format'

export interface DeskSystemsPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly now: Instant
  /** Public address of the site. */
  readonly publicUrl: string
  readonly place: NamedPlace<Place>
  /** All that the reader manages. */
  readonly places: readonly NamedPlace<Place>[]
  readonly keys: readonly ApiKey[]
  readonly receivers: readonly Receiver[]
  readonly register: readonly OfficeEntry[]
  /** A key that was just made; shown this once. */
  readonly made?: MadeKeyView
  readonly flash?: string
  /** The form of a key that was sent back, and why. */
  readonly failedKey?: Failed
  /** The form of a receiver that was sent back, and why. */
  readonly failedReceiver?: Failed
  /** A receiver that was just removed. */
  readonly removed?: Pick<Receiver, 'id' | 'name'>
}

export interface MadeKeyView {
  readonly text: string
  /** Until when the key works that it replaces. */
  readonly oldEndsAt?: Instant
}

/** Keys and receivers of one organisation's own systems. */
export function DeskSystemsPage(props: DeskSystemsPageProps) {
  const { locale, staff, place, places, register, flash } = props
  const t = textsOf(locale).systems
  return (
    <DeskLayout
      locale={locale}
      path={paths.deskSystems()}
      title={t.title}
      staff={staff}
      flash={flash}
      styles={['verify']}
      scripts={props.made ? ['copy'] : []}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <Made {...props} />
      <Removed {...props} />
      <Places locale={locale} path={paths.deskSystems()} place={place} places={places} />
      <h2>{place.name}</h2>
      <Keys {...props} />
      <Receivers
        locale={locale}
        csrf={staff.csrf}
        place={place.scope}
        receivers={props.receivers}
        failed={props.failedReceiver}
      />
      <Register locale={locale} entries={register} />
    </DeskLayout>
  )
}

/** The new key, how to try it, and what becomes of the old one. */
function Made({ locale, made, publicUrl }: DeskSystemsPageProps) {
  if (!made) return null
  const t = textsOf(locale).systems.keys
  return (
    <section class="done" role="status" aria-labelledby="made">
      <h2 id="made">{t.madeTitle}</h2>
      <p>{t.made}</p>
      <ShownOnce locale={locale} label={t.text} copy={t.copy} secret={made.text} />
      {made.oldEndsAt && <p>{t.rotated(formatDate(locale, made.oldEndsAt))}</p>}
      <p>{t.try}</p>
      <Curl publicUrl={publicUrl} />
    </section>
  )
}

/** What was removed, with the way back. */
function Removed({ locale, staff, place, removed }: DeskSystemsPageProps) {
  if (!removed) return null
  const t = textsOf(locale).systems.receivers
  return (
    <div class="flash" role="status">
      <p>{t.done.removed}</p>
      <ReceiverButton
        locale={locale}
        hidden={{ csrf: staff.csrf, scope: place.scope, receiver: removed.id }}
        change="restore"
        label={t.restore}
      />
    </div>
  )
}

function Keys(props: DeskSystemsPageProps) {
  const { locale, staff, place, keys, now, publicUrl, failedKey } = props
  const t = textsOf(locale).systems.keys
  return (
    <section aria-labelledby="keys">
      <h3 id="keys">{t.title}</h3>
      <p>{t.lead}</p>
      {keys.length === 0 && (
        <>
          <p class="empty">{t.empty}</p>
          <Curl publicUrl={publicUrl} />
        </>
      )}
      <KeyList locale={locale} csrf={staff.csrf} keys={keys} now={now} />
      <details class="action" open={failedKey !== undefined || keys.length === 0}>
        <summary>{t.add}</summary>
        <KeyForm locale={locale} csrf={staff.csrf} place={place.scope} failed={failedKey} />
      </details>
    </section>
  )
}

function Curl({ publicUrl }: { readonly publicUrl: string }) {
  return (
    <pre class="commands">
      <code>{`curl -H "Authorization: Bearer $VICHE_KEY" ${publicUrl}/api/v1/systems/petitions`}</code>
    </pre>
  )
}
