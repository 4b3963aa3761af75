import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { roleIn } from '../../texts/speech'
import { Moment } from '../moment'
import { countdownIn } from './countdown'
import type { DeskTask } from './queue-view'

interface TaskListProps {
  readonly locale: Locale
  readonly tasks: readonly DeskTask[]
  /** Whether they wait for somebody else: then it is said first whom. */
  readonly waiting?: boolean
  readonly level: 'h2' | 'h3'
}

/** Tasks of the queue: what to do next as the link, its countdown, the petition, who answers for it. */
export function TaskList({ locale, tasks, waiting, level: Heading }: TaskListProps) {
  return (
    <ol class="timeline tasks">
      {tasks.map((task) => (
        <li class={task.urgency}>
          <Heading>
            <a href={`${href(locale, paths.deskPetition(task.petition.id))}#${task.step}`}>
              {titleOf(locale, task, waiting)}
            </a>
          </Heading>
          <p class="state">
            {task.urgency === 'overdue' ? (
              <strong>{countdownIn(locale, task)}</strong>
            ) : (
              countdownIn(locale, task)
            )}
          </p>
          <p>
            № {formatNumber(locale, task.petition.number)} «{task.petition.title}»
          </p>
          <Particulars locale={locale} task={task} />
        </li>
      ))}
    </ol>
  )
}

function titleOf(locale: Locale, { step, roles }: DeskTask, waiting = false): string {
  const t = textsOf(locale).queue
  return waiting ? t.waitingFor[roles[0]!](t.steps[step]) : t.steps[step]
}

function Particulars({ locale, task }: { readonly locale: Locale; readonly task: DeskTask }) {
  const { desk, queue } = textsOf(locale)
  const { deadline, petition, roles } = task
  return (
    <p class="meta">
      {desk.due}: <Moment locale={locale} at={deadline.due} /> · {desk.responsible}:{' '}
      {roles.map((role) => roleIn(locale, role)).join(queue.or)} · {petition.community.name[locale]} ·{' '}
      {deadline.source[locale]} ({deadline.rule})
    </p>
  )
}
