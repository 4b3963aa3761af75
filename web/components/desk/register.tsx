import type { SettingChange, SettingName } from '../../../shared/community/setting-changes'
import type { Locale } from '../../../shared/locale'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'
import { wordFor } from '../../texts/speech'
import { Moment } from '../moment'

interface RegisterProps {
  readonly locale: Locale
  /** Newest first. */
  readonly entries: readonly OfficeEntry[]
}

/** Who changed what of the people and settings, and when. */
export function Register({ locale, entries }: RegisterProps) {
  const t = textsOf(locale).office.register
  return (
    <section aria-labelledby="register">
      <h2 id="register">{t.title}</h2>
      {entries.length === 0 && <p>{t.empty}</p>}
      <ol class="journal" hidden={entries.length === 0}>
        {entries.map((entry) => (
          <li>
            <p class="meta">
              <Moment locale={locale} at={entry.at} />
            </p>
            <p>
              <strong>{entry.by.name || t.byClock}</strong>: {actIn(locale, entry)}
            </p>
            {'changes' in entry && <Changes locale={locale} changes={entry.changes} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each setting as it was and as it is. */
export function Changes({
  locale,
  changes,
}: {
  readonly locale: Locale
  readonly changes: readonly SettingChange[]
}) {
  const t = textsOf(locale).office
  return (
    <ul>
      {changes.map(({ setting, before, after }) => (
        <li>
          {t.settings.names[setting]}: <del>{valueIn(locale, setting, before)}</del> →{' '}
          <ins>{valueIn(locale, setting, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

function actIn(locale: Locale, entry: OfficeEntry): string {
  const { office, systems } = textsOf(locale)
  const { people, register } = office
  if ('system' in entry) return systems.acts[entry.kind](entry.system.name)
  if ('member' in entry) {
    return register.acts[entry.kind](wordFor(people.roleNames, entry.role), entry.member.name)
  }
  return register.settingsActs[entry.kind](formatDay(locale, entry.from))
}

function valueIn(locale: Locale, setting: SettingName, value: string | undefined): string {
  const { register, settings } = textsOf(locale).office
  if (value === undefined) return register.absent
  if (setting === 'publicationDayCounts' || setting === 'answerSignOff')
    return value === 'true' ? register.yes : register.no
  if (setting === 'withdrawal') return value === 'while-collecting' ? register.yes : register.no
  if (setting === 'identities') {
    const { identity } = textsOf(locale).list.community
    return value
      .split(' ')
      .map((one) => wordFor(identity, one))
      .join(', ')
  }
  const term = /^(\d+) ([a-z-]+)$/.exec(value)
  return term ? `${term[1]} (${wordFor(settings.unitNames, term[2]!)})` : value
}
