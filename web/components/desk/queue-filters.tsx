import type { Locale } from '../../../shared/locale'
import { STATUSES } from '../../../shared/petition/petition'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { roleIn } from '../../texts/speech'
import { Choice } from './choice'
import type { QueueView } from './queue-view'

interface QueueFiltersProps {
  readonly locale: Locale
  readonly view: QueueView
}

/** Whose tasks: one's own or everybody's. What was chosen besides stays chosen. */
export function WhoseTasks({ locale, view: { query } }: QueueFiltersProps) {
  const t = textsOf(locale).desk
  return (
    <nav class="filters" aria-label={t.filterLabel}>
      {(['mine', 'all'] as const).map((tasks) => (
        <a
          href={href(locale, paths.deskQueue({ ...query, tasks, page: 1 }))}
          aria-current={query.tasks === tasks ? 'page' : undefined}
        >
          {t.filters[tasks]}
        </a>
      ))}
    </nav>
  )
}

/** Search by number or title, and a choice of community, role and status where there is more than one. */
export function QueueSearch({ locale, view }: QueueFiltersProps) {
  const texts = textsOf(locale)
  const t = texts.queue
  const { query, communities, roles } = view
  const any = { value: '', label: t.any }
  return (
    <search>
      <form method="get" action={href(locale, paths.desk)} class="queue-search">
        {query.tasks === 'all' && <input type="hidden" name="tasks" value="all" />}
        <div class="field">
          <label for="q">{t.search}</label>
          <input id="q" name="q" type="search" maxlength={200} value={query.q} />
        </div>
        {communities.length > 1 && (
          <Choice
            id="community"
            name="community"
            label={t.community}
            value={query.community ?? ''}
            options={[any, ...communities.map(({ id, name }) => ({ value: id, label: name[locale] }))]}
          />
        )}
        {roles.length > 1 && (
          <Choice
            id="role"
            name="role"
            label={t.role}
            value={query.role ?? ''}
            options={[any, ...roles.map((role) => ({ value: role, label: roleIn(locale, role) }))]}
          />
        )}
        <Choice
          id="status"
          name="status"
          label={t.status}
          value={query.status ?? ''}
          options={[any, ...STATUSES.map((value) => ({ value, label: texts.petition.statuses[value] }))]}
        />
        <button type="submit" class="quiet">
          {t.find}
        </button>
      </form>
    </search>
  )
}
