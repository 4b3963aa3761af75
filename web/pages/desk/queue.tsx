import type { Locale } from '../../../shared/locale'
import type { DeadlineView, PetitionSummary } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { DeadlineState } from '../../components/deadlines'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { Moment } from '../../components/moment'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { roleIn } from '../../texts/speech'

/** One open obligation of one petition. */
export interface DeskTask {
  readonly petition: PetitionSummary
  readonly deadline: DeadlineView
}

export interface DeskPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  /** What is due first stands first. */
  readonly tasks: readonly DeskTask[]
  /** What waits for a decision after an annulment. */
  readonly decisions: readonly PetitionSummary[]
  /** `mine`: what the member's roles owe; `all`: everything in their scopes. */
  readonly filter: 'mine' | 'all'
  /** Every petition in the member's scopes, newest first. */
  readonly petitions: readonly PetitionSummary[]
  readonly flash?: string
}

/** The desk: what is due first, with its countdown. */
export function DeskPage({ locale, staff, tasks, decisions, filter, petitions, flash }: DeskPageProps) {
  const t = textsOf(locale).desk
  return (
    <DeskLayout locale={locale} path={paths.desk} title={t.title} staff={staff} flash={flash}>
      <h1>{t.queue}</h1>
      <nav class="filters" aria-label={t.filterLabel}>
        <a href={href(locale, paths.desk)} aria-current={filter === 'mine' ? 'page' : undefined}>
          {t.filters.mine}
        </a>
        <a href={href(locale, paths.deskAll)} aria-current={filter === 'all' ? 'page' : undefined}>
          {t.filters.all}
        </a>
      </nav>
      {decisions.length > 0 && <Decisions locale={locale} decisions={decisions} />}
      {tasks.length > 0 && <p>{t.queueLead}</p>}
      {tasks.length + decisions.length === 0 && <p>{t.queueEmpty}</p>}
      <ol class="timeline">
        {tasks.map((task) => (
          <Task locale={locale} task={task} />
        ))}
      </ol>
      {petitions.length > 0 && <AllPetitions locale={locale} petitions={petitions} />}
    </DeskLayout>
  )
}

function Task({ locale, task }: { readonly locale: Locale; readonly task: DeskTask }) {
  const t = textsOf(locale).desk
  const { petition, deadline } = task
  return (
    <li class={deadline.status}>
      <h2>
        <a href={href(locale, paths.deskPetition(petition.id))}>{deadline.title[locale]}</a>
      </h2>
      <p class="state">
        <DeadlineState locale={locale} deadline={deadline} />
      </p>
      <p>
        № {formatNumber(locale, petition.number)} «{petition.title}»
      </p>
      <p class="meta">
        {t.due}: <Moment locale={locale} at={deadline.due} /> · {t.responsible}:{' '}
        {roleIn(locale, deadline.actor)} · {petition.community.name[locale]}
      </p>
    </li>
  )
}

function Decisions({ locale, decisions }: Pick<DeskPageProps, 'locale' | 'decisions'>) {
  const t = textsOf(locale).desk
  return (
    <section class="note" aria-labelledby="decisions">
      <h2 id="decisions">{t.decisions}</h2>
      <ul>
        {decisions.map(({ id, number, title }) => (
          <li>
            <a href={href(locale, paths.deskPetition(id))}>
              № {formatNumber(locale, number)} {title}
            </a>
            . {t.decisionNeeded.title}.
          </li>
        ))}
      </ul>
    </section>
  )
}

function AllPetitions({ locale, petitions }: Pick<DeskPageProps, 'locale' | 'petitions'>) {
  const t = textsOf(locale).desk
  return (
    <section>
      <h2>{t.recent}</h2>
      <ul class="rows">
        {petitions.map((petition) => (
          <li>
            <a href={href(locale, paths.deskPetition(petition.id))}>
              № {formatNumber(locale, petition.number)} {petition.title}
            </a>{' '}
            <StatusBadge locale={locale} petition={petition} />
          </li>
        ))}
      </ul>
    </section>
  )
}
