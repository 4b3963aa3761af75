import type { Instant } from '../../../../shared/calendar/day'
import type { Locale } from '../../../../shared/locale'
import { type ApiKey, stateOf, works } from '../../../../shared/systems/api-key'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import { formatDate } from '../../../texts/format'
import { Moment } from '../../moment'

export interface KeyListProps {
  readonly locale: Locale
  readonly csrf: string
  /** Newest first. */
  readonly keys: readonly ApiKey[]
  readonly now: Instant
}

/** Keys at work with what can be done to them; those that are over only as a list. */
export function KeyList(props: KeyListProps) {
  const { locale, keys, now } = props
  const t = textsOf(locale).systems.keys
  const [present, past] = [keys.filter((key) => works(key, now)), keys.filter((key) => !works(key, now))]
  return (
    <>
      {present.length > 0 && (
        <ul class="rows">
          {present.map((key) => (
            <li>
              <KeyFacts locale={locale} apiKey={key} now={now} />
              <Changes {...props} apiKey={key} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>{t.ended}</summary>
          <ul class="rows">
            {past.map((key) => (
              <li>
                <KeyFacts locale={locale} apiKey={key} now={now} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function KeyFacts({ locale, apiKey: key, now }: Pick<KeyListProps, 'locale' | 'now'> & { apiKey: ApiKey }) {
  const t = textsOf(locale).systems.keys
  const state = stateOf(key, now)
  return (
    <>
      <p>
        <strong>{key.name}</strong> · {t.states[state]}
        {works(key, now) && ` ${t.until(formatDate(locale, key.endsAt))}`}
      </p>
      <p class="meta">
        <code>viche_{key.id}_…</code> · {key.scopes.map((scope) => t.scopeNames[scope]).join(', ')}
      </p>
      <p class="meta">
        {t.madeBy(key.by.name, formatDate(locale, key.createdAt))}
        <br />
        {key.lastUsedAt ? (
          <>
            {t.used} <Moment locale={locale} at={key.lastUsedAt} /> ({t.hour})
          </>
        ) : (
          t.neverUsed
        )}
      </p>
    </>
  )
}

function Changes({
  locale,
  csrf,
  apiKey: { id, name, place, replacedBy },
}: KeyListProps & { apiKey: ApiKey }) {
  const t = textsOf(locale).systems.keys
  const hidden = Object.entries({ csrf, scope: place, key: id }).map(([field, value]) => (
    <input type="hidden" name={field} value={value} />
  ))
  return (
    <details class="action">
      <summary>{t.more}</summary>
      {!replacedBy && (
        <form method="post" action={href(locale, paths.deskKeys('rotate'))}>
          {hidden}
          <p class="hint">{t.rotateHint}</p>
          <button type="submit" class="quiet" aria-label={t.rotateOf(name)}>
            {t.rotate}
          </button>
        </form>
      )}
      <form method="post" action={href(locale, paths.deskKeys('revoke'))}>
        {hidden}
        <p class="hint">{t.revokeHint}</p>
        <button type="submit" class="quiet" aria-label={t.revokeOf(name)}>
          {t.revoke}
        </button>
      </form>
    </details>
  )
}
