import type { Locale } from '../../../shared/locale'
import { ACTIONS } from '../../../shared/staff/access'
import { href, paths } from '../../addresses'
import { AuditLineItem, type AuditLineView } from '../../components/desk/audit-line'
import { Choice } from '../../components/desk/choice'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import type { NamedPlace } from '../../components/desk/places'
import { Field } from '../../components/field'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export type { AuditLineView } from '../../components/desk/audit-line'

export interface DeskAuditPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly place: NamedPlace
  /** All whose trail the reader may see. */
  readonly places: readonly NamedPlace[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly query: {
    readonly who?: string | undefined
    readonly action?: string | undefined
    /** Kyiv days. */
    readonly from: string
    readonly to: string
    readonly before?: string | undefined
    readonly wrongPeriod?: boolean
  }
  /** Newest first. */
  readonly lines: readonly AuditLineView[]
  /** Where the next page begins. */
  readonly before?: string
  /** How long lines are kept. */
  readonly years: number
}

/** What staff of a council, a host or the installation did. */
export function DeskAuditPage(props: DeskAuditPageProps) {
  const { locale, staff, lines, query, years } = props
  const t = textsOf(locale).audit
  return (
    <DeskLayout locale={locale} path={paths.deskAudit} title={t.title} staff={staff}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="meta">
        {t.kept(formatNumber(locale, years))} {t.networkHint}
      </p>
      <Filters {...props} />
      <section aria-labelledby="lines">
        <h2 id="lines">{t.lines}</h2>
        {query.wrongPeriod && <p class="note">{t.wrongPeriod}</p>}
        {lines.length === 0 && <p class="empty">{t.empty}</p>}
        <ol class="journal" hidden={lines.length === 0}>
          {lines.map((line) => (
            <li>
              <AuditLineItem locale={locale} line={line} />
            </li>
          ))}
        </ol>
        <Onwards {...props} />
      </section>
      {lines.length > 0 && (
        <p>
          <a href={href(locale, addressOf(props, paths.deskAuditTable))} download>
            {t.download}
          </a>
          <br />
          <span class="meta">{t.downloadLead}</span>
        </p>
      )}
    </DeskLayout>
  )
}

function Filters({ locale, place, places, people, query }: DeskAuditPageProps) {
  const t = textsOf(locale).audit
  return (
    <search>
      <form method="get" action={href(locale, paths.deskAudit)} class="queue-search">
        {places.length > 1 && (
          <Choice
            id="scope"
            name="scope"
            label={t.place}
            value={place.scope}
            options={places.map(({ scope, name = t.everywhere }) => ({ value: scope, label: name }))}
          />
        )}
        <Choice
          id="who"
          name="who"
          label={t.person}
          value={query.who ?? ''}
          options={[
            { value: '', label: t.anybody },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Choice
          id="action"
          name="action"
          label={t.action}
          value={query.action ?? ''}
          options={[
            { value: '', label: t.anything },
            ...ACTIONS.map((action) => ({ value: action, label: t.actions[action] })),
          ]}
        />
        <Field name="from" label={t.from} type="date" value={query.from} />
        <Field name="to" label={t.to} type="date" value={query.to} />
        <button type="submit" class="quiet">
          {t.show}
        </button>
      </form>
    </search>
  )
}

function Onwards(props: DeskAuditPageProps) {
  const { locale, query, before } = props
  const t = textsOf(locale).audit
  if (before === undefined && query.before === undefined) return null
  return (
    <nav class="pagination" aria-label={t.lines}>
      {query.before !== undefined && (
        <a href={href(locale, addressOf(props, paths.deskAudit))}>← {t.newest}</a>
      )}
      {before !== undefined && (
        <a rel="next" href={href(locale, addressOf(props, paths.deskAudit, before))}>
          {t.older} →
        </a>
      )}
    </nav>
  )
}

/** The same choice under another address, or on its next page. */
function addressOf({ place, query }: DeskAuditPageProps, path: string, before?: string): string {
  const { who, action, from, to } = query
  const parameters = new URLSearchParams({
    scope: place.scope,
    ...(who && { who }),
    ...(action && { action }),
    ...{ from, to },
    ...(before && { before }),
  })
  return `${path}?${parameters}`
}
