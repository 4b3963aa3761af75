import type { DeadlineView } from '../../../shared/petition/view'
import { paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatShortDay } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { Pagination } from '../pagination'
import { Bar } from '../progress'
import { StatusBadge } from '../status-badge'
import type { ThemedProps } from './parts'

const STATES = ['open', 'overdue', 'met', 'dropped'] as const satisfies readonly DeadlineView['status'][]
const BARS = [40, 75, 60, 90, 30, 20, 55]

/** What comes in numbers: petitions, deadlines, signers, days. */
export function Lists({ locale }: ThemedProps) {
  const { design } = textsOf(locale)
  const t = design.sample
  return (
    <>
      <h3>{design.petitions}</h3>
      <Petition locale={locale} />
      <h3>{design.timeline}</h3>
      <ol class="timeline">
        {STATES.map((state) => (
          <li class={state}>
            <h4>{t.duty}</h4>
            <p class="state">{state === 'overdue' ? <strong>{t.overdue}</strong> : t[state]}</p>
          </li>
        ))}
      </ol>
      <h3>{design.choosing}</h3>
      <p class="filters">
        <a href="#main" aria-current="true">
          {t.all}
        </a>
        <a href="#main">{t.collecting}</a>
        <a href="#main">{t.answered}</a>
      </p>
      <Pagination locale={locale} page={2} pages={3} pathOf={() => `${paths.design}#main`} />
      <h3>{design.tables}</h3>
      <Signers locale={locale} />
      <div class="chart">
        <svg viewBox="0 0 70 100" preserveAspectRatio="none" aria-hidden="true">
          <path d={BARS.map((tall, slot) => `M${slot * 10 + 1} 100v-${tall}h8v${tall}z`).join('')} />
          <path class="zero" d="M0 100h70" />
        </svg>
      </div>
      <h3>{design.folded}</h3>
      <details>
        <summary>{t.summary}</summary>
        <p>{t.small}</p>
      </details>
      <h3>{design.empty}</h3>
      <p>{t.nothing}</p>
    </>
  )
}

function Petition({ locale }: Pick<ThemedProps, 'locale'>) {
  const t = textsOf(locale).design.sample
  return (
    <ul class="cards">
      <li class="card">
        <StatusBadge locale={locale} petition={{ status: 'collecting' }} />
        <h3>
          <a href="#main">{t.heading}</a>
        </h3>
        <p class="meta">{t.meta}</p>
        <Bar locale={locale} petition={{ count: 132, threshold: 250 }} />
        <p class="meta">
          <strong>{signaturesIn(locale, 132)}</strong>
        </p>
      </li>
    </ul>
  )
}

function Signers({ locale }: Pick<ThemedProps, 'locale'>) {
  const t = textsOf(locale).design.sample
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.number}</th>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.day}</th>
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3].map((number) => (
          <tr>
            <td>{number}</td>
            <td>{t.example}</td>
            <td>{formatShortDay(locale, '2026-05-20')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
