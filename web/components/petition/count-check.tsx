import type { Locale } from '../../../shared/locale'
import { timeStampKey } from '../../../shared/log/addresses'
import { levelsToShow } from '../../../shared/log/levels'
import type { Stamped } from '../../../shared/log/stamped'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatMoment, formatNumber } from '../../texts/format'

interface CountCheckProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'log' | 'levels' | 'identities'>
  readonly stamped: Stamped | undefined
}

/**
 * How anybody can check the count: the log's signed state, its newest time stamp, the key that checks it, and the page
 * that does.
 */
export function CountCheck({ locale, petition, stamped }: CountCheckProps) {
  const { id, log } = petition
  if (!log) return null
  const t = textsOf(locale).log.check
  return (
    <section aria-labelledby="check">
      <h2 id="check">{t.title}</h2>
      <p>{t.lead}</p>
      <p>
        <a href={href(locale, paths.verifyPetition(id))}>{t.verify}</a>
      </p>
      <Levels locale={locale} petition={petition} />
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

/** How many signatures stand by how their signers were identified, as of the page; nothing where all are by mail. */
function Levels({ locale, petition: { levels, identities } }: Pick<CountCheckProps, 'locale' | 'petition'>) {
  if (!levels) return null
  const { log, list } = textsOf(locale)
  return (
    <>
      <h3>{log.check.levels}</h3>
      <dl class="facts">
        {levelsToShow(identities, levels).map((identity) => (
          <div>
            <dt>{list.community.identity[identity]}</dt>
            <dd>{formatNumber(locale, levels[identity])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
