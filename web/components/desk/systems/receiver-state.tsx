import type { Locale } from '../../../../shared/locale'
import type { Receiver } from '../../../../shared/systems/receiver'
import { textsOf } from '../../../texts'
import { Moment } from '../../moment'

interface ReceiverStateProps {
  readonly locale: Locale
  readonly receiver: Pick<Receiver, 'paused' | 'failingSince'>
}

/** Whether news gets through. */
export function ReceiverState({ locale, receiver: { paused, failingSince } }: ReceiverStateProps) {
  const t = textsOf(locale).systems.receivers
  if (paused) return <strong>{t.paused[paused.why]}</strong>
  if (!failingSince) return <>{t.working}</>
  return (
    <strong>
      {t.failing} <Moment locale={locale} at={failingSince} />
    </strong>
  )
}
