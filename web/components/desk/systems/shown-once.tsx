import type { Locale } from '../../../../shared/locale'
import { textsOf } from '../../../texts'

interface ShownOnceProps {
  readonly locale: Locale
  readonly label: string
  readonly copy: string
  /** What is shown this once. */
  readonly secret: string
}

/** A secret to copy now: by its button where scripts run, by selecting it everywhere. */
export function ShownOnce({ locale, label, copy, secret }: ShownOnceProps) {
  const t = textsOf(locale).systems.keys
  return (
    <div class="field">
      <label for="secret">{label}</label>
      <textarea id="secret" class="code" rows={2} readonly spellcheck={false} autocomplete="off">
        {secret}
      </textarea>
      <viche-copy data-text={secret} data-done={t.copied} data-failed={t.notCopied} hidden>
        <button class="quiet" type="button">
          {copy}
        </button>{' '}
        <span role="status"></span>
      </viche-copy>
    </div>
  )
}
