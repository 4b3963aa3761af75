import type { Locale } from '../../../../shared/locale'
import type { Place } from '../../../../shared/systems/place'
import { RECEIVER_EVENTS, type Receiver } from '../../../../shared/systems/receiver'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import { eventIn } from '../../../texts/event-words'
import { ErrorSummary } from '../../error-summary'
import { Field } from '../../field'
import { Check } from '../../form-parts'
import type { Failed } from './key-form'

interface ReceiverFormProps {
  readonly locale: Locale
  readonly csrf: string
  readonly place: Place
  /** The one that is changed; absent where one is added. */
  readonly receiver?: Pick<Receiver, 'id' | 'name' | 'url' | 'events'>
  readonly failed?: Failed | undefined
}

/** Ids of its own: the form of a key may be on the same page. */
const idFor = (field: string) => (field === 'name' || field === 'url' ? `receiver-${field}` : field)

/** The form of a receiver: what it is, where it listens, what it wants to hear of. */
export function ReceiverForm({ locale, csrf, place, receiver, failed }: ReceiverFormProps) {
  const { systems, forms } = textsOf(locale)
  const t = systems.receivers
  const of = (name: 'name' | 'url') => {
    const error = failed?.errors.find(({ field }) => field === name)?.message
    const value = failed ? failed.values[name] : receiver?.[name]
    return {
      ...{ name, id: idFor(name) },
      ...(error !== undefined && { error }),
      ...(value !== undefined && { value }),
    }
  }
  const ticked = (event: (typeof RECEIVER_EVENTS)[number]) =>
    failed ? failed.values[event] === 'on' : (receiver?.events.includes(event) ?? true)
  return (
    <form method="post" action={href(locale, paths.deskReceivers(receiver ? 'change' : 'add'))}>
      {failed && <ErrorSummary title={forms.errorSummary} errors={failed.errors} idFor={idFor} focus />}
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="scope" value={place} />
      {receiver && <input type="hidden" name="receiver" value={receiver.id} />}
      <Field {...of('name')} label={t.name} hint={t.nameHint} maxlength={80} required />
      <Field {...of('url')} label={t.url} hint={t.urlHint} type="url" maxlength={1000} required />
      <fieldset class="choices-list">
        <legend>{t.events}</legend>
        {RECEIVER_EVENTS.map((event) => (
          <Check
            name={event}
            label={eventIn(locale, { type: event })}
            checked={ticked(event)}
            error={failed?.errors.find(({ field }) => field === event)?.message}
          />
        ))}
      </fieldset>
      <button type="submit">{receiver ? t.save : t.addButton}</button>
    </form>
  )
}
