import type { Locale } from '../../../shared/locale'
import { timeStampKey } from '../../../shared/log/addresses'
import type { Stamped } from '../../../shared/log/stamped'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatMoment, formatNumber } from '../../texts/format'

interface CountCheckProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'log'>
  readonly stamped: Stamped | undefined
}

/**
 * How anybody can check the count: the log's signed state, its newest time stamp, the key that checks it, and the page
 * that does.
 */
export function CountCheck({ locale, petition: { id, log }, stamped }: CountCheckProps) {
  if (!log) return null
  const t = textsOf(locale).log.check
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t.title}</h2>
      <p>{t.lead}</p>
      <p>
        <a href={href(locale, paths.verifyPetition(id))}>{t.verify}</a>
      </p>
      <dl class="facts">
        <div>
          <dt>{t.entries}</dt>
          <dd>{formatNumber(locale, log.size)}</dd>
        </div>
        {log.size > 0 && (
          <div>
            <dt>{t.state}</dt>
            <dd>
              <a href={`/log/${id}/checkpoint`}>{t.checkpoint}</a>
            </dd>
          </div>
        )}
        {stamped && (
          <div>
            <dt>{t.timeStamp}</dt>
            <dd>
              <a href={`/${timeStampKey(id, stamped.size)}`}>{formatMoment(locale, stamped.at)}</a>{' '}
              {t.stampedBy(stamped.authority)}
            </dd>
          </div>
        )}
        {log.verifierKey && (
          <div>
            <dt>{t.key}</dt>
            <dd>
              <code>{log.verifierKey}</code>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
