import type { Locale } from '../../../shared/locale'
import { URGENCIES } from '../../../shared/staff/urgency'
import { href, paths } from '../../addresses'
import { ofSignaturesIn } from '../../components/anomaly/of-signatures'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { QueueSearch, WhoseTasks } from '../../components/desk/queue-filters'
import type { DeskCaseRow, QueueView } from '../../components/desk/queue-view'
import { TaskList } from '../../components/desk/task-list'
import { Pagination } from '../../components/pagination'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export interface DeskPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly view: QueueView
  readonly flash?: string
}

/** The desk: what is overdue and due first, each with its countdown; then what waits for others; then petitions. */
export function DeskPage({ locale, staff, view, flash }: DeskPageProps) {
  const { desk: t, queue } = textsOf(locale)
  const { query, tasks, decisions } = view
  const searched = query.q !== undefined || query.status !== undefined
  const found = <Listed locale={locale} view={view} />
  return (
    <DeskLayout locale={locale} path={paths.desk} title={t.title} staff={staff} flash={flash}>
      <h1>{t.queue}</h1>
      <WhoseTasks locale={locale} view={view} />
      <QueueSearch locale={locale} view={view} />
      {query.q !== undefined && found}
      {query.q === undefined && view.alarms.length > 0 && <Alarms locale={locale} alarms={view.alarms} />}
      {decisions.length > 0 && <Decisions locale={locale} decisions={decisions} />}
      {tasks.length + decisions.length === 0 && <Nothing locale={locale} view={view} searched={searched} />}
      {query.q === undefined && <Groups locale={locale} view={view} />}
      {view.cut && <p class="note">{queue.cut}</p>}
      {query.q === undefined && <Waiting locale={locale} view={view} />}
      {query.q === undefined && found}
    </DeskLayout>
  )
}

function Nothing({
  locale,
  view,
  searched,
}: {
  readonly locale: Locale
  readonly view: QueueView
  readonly searched: boolean
}) {
  const { desk, queue } = textsOf(locale)
  if (view.query.q !== undefined) return null
  if (searched) return <p>{queue.nothingChosen}</p>
  return <p class="empty">{view.waitingTotal > 0 ? queue.nothingMine : desk.queueEmpty}</p>
}

/** A heading with its number for each urgency that has tasks on this page. */
function Groups({ locale, view }: { readonly locale: Locale; readonly view: QueueView }) {
  const t = textsOf(locale).queue
  return (
    <>
      {URGENCIES.map((urgency) => {
        const tasks = view.tasks.filter((task) => task.urgency === urgency)
        if (tasks.length === 0) return null
        return (
          <section aria-labelledby={urgency}>
            <h2 id={urgency}>
              {t.groups[urgency]} <span class="count">{formatNumber(locale, view.counts[urgency])}</span>
            </h2>
            <TaskList locale={locale} tasks={tasks} level="h3" />
          </section>
        )
      })}
      <Pagination
        locale={locale}
        page={view.query.page}
        pages={view.pages}
        pathOf={(page) => paths.deskQueue({ ...view.query, page })}
      />
    </>
  )
}

/** What others owe stands apart: it is nobody's task here, only worth knowing. */
function Waiting({ locale, view }: { readonly locale: Locale; readonly view: QueueView }) {
  const t = textsOf(locale).queue
  if (view.waiting.length === 0) return null
  const missed = view.waiting.some(({ urgency }) => urgency === 'overdue')
  return (
    <details class="waiting" open={missed}>
      <summary>
        {t.waiting} <span class="count">{formatNumber(locale, view.waitingTotal)}</span>
      </summary>
      <p>{t.waitingLead}</p>
      <TaskList locale={locale} tasks={view.waiting} waiting level="h3" />
    </details>
  )
}

function Decisions({
  locale,
  decisions,
}: {
  readonly locale: Locale
  readonly decisions: QueueView['decisions']
}) {
  const t = textsOf(locale).desk
  return (
    <section class="note" aria-labelledby="decisions">
      <h2 id="decisions">{t.decisions}</h2>
      <ul>
        {decisions.map((one) => (
          <li>
            <CaseLink locale={locale} one={one} />. {t.decisionNeeded.title}.
          </li>
        ))}
      </ul>
    </section>
  )
}

function Alarms({ locale, alarms }: { readonly locale: Locale; readonly alarms: QueueView['alarms'] }) {
  const t = textsOf(locale).anomaly
  return (
    <section class="note" aria-labelledby="alarms">
      <h2 id="alarms">{t.queueTitle}</h2>
      <ul>
        {alarms.map((one) => (
          <li>
            <a href={href(locale, paths.deskAnomalies(one.id))}>
              № {formatNumber(locale, one.number)} {one.title}
            </a>
            . {t.alarmNote(formatNumber(locale, one.found), ofSignaturesIn(locale, one.signatures))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Listed({ locale, view }: { readonly locale: Locale; readonly view: QueueView }) {
  const { queue: t } = textsOf(locale)
  const { listed, more, query } = view
  if (listed.length === 0 && query.q === undefined) return null
  return (
    <section aria-labelledby="listed">
      <h2 id="listed">{query.q === undefined ? t.recent : t.found(query.q)}</h2>
      {listed.length === 0 && <p>{t.nothingFound}</p>}
      <ul class="rows">
        {listed.map((one) => (
          <li>
            <CaseLink locale={locale} one={one} /> <StatusBadge locale={locale} petition={one} />
          </li>
        ))}
      </ul>
      {more && <p class="meta">{query.q === undefined ? t.moreRecent : t.moreFound}</p>}
      {query.q !== undefined && (
        <p>
          <a href={href(locale, paths.desk)}>{t.clear}</a>
        </p>
      )}
    </section>
  )
}

function CaseLink({ locale, one }: { readonly locale: Locale; readonly one: DeskCaseRow }) {
  return (
    <a href={href(locale, paths.deskPetition(one.id))}>
      № {formatNumber(locale, one.number)} {one.title}
    </a>
  )
}
