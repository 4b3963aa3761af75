import type { Locale } from '../../../shared/locale'
import { STATUSES } from '../../../shared/petition/petition'
import { textsOf } from '../../texts'
import { Progress } from '../progress'
import { StatusBadge } from '../status-badge'
import { Forms } from './forms'
import { Lists } from './lists'

export interface ThemedProps {
  readonly locale: Locale
  /** Keeps ids apart: the parts stand twice on the page. */
  readonly theme: 'light' | 'dark'
}

/** Every component in one theme. */
export function Parts({ locale, theme }: ThemedProps) {
  const t = textsOf(locale).design
  return (
    <>
      <h3>{t.actions}</h3>
      <Actions locale={locale} />
      <Forms locale={locale} theme={theme} />
      <h3>{t.notes}</h3>
      <p class="note">{t.sample.note}</p>
      <p class="flash">{t.sample.flash}</p>
      <div class="done">
        <p>
          <strong>{t.sample.doneTitle}</strong>
        </p>
        <p>{t.sample.done}</p>
      </div>
      <h3>{t.statuses}</h3>
      <p class="actions">
        {STATUSES.map((status) => (
          <StatusBadge locale={locale} petition={{ status }} />
        ))}
      </p>
      <Progress locale={locale} petition={{ count: 132, threshold: 250, signable: true }} />
      <Lists locale={locale} theme={theme} />
    </>
  )
}

function Actions({ locale }: Pick<ThemedProps, 'locale'>) {
  const t = textsOf(locale).design.sample
  return (
    <p class="actions">
      <a class="button" href="#main">
        {t.main}
      </a>
      <button class="quiet" type="button">
        {t.second}
      </button>
      <button class="danger" type="button">
        {t.danger}
      </button>
      <button type="button" disabled>
        {t.busy}
      </button>
      <button class="plain" type="button">
        {t.plain}
      </button>
    </p>
  )
}
