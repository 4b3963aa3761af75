import type { Locale } from '../../../shared/locale'
import type { PetitionSummary } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { Bar } from '../../components/progress'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import type { StepProps } from '../submit'
import { StepForm } from './step-form'

/** Third: petitions that ask for much the same. Signing one of them may serve better than another petition. */
export function SimilarStep(props: StepProps) {
  const { locale, community, similar = [] } = props
  const t = textsOf(locale).submit
  const known = props.similar !== undefined
  return (
    <>
      <p>{!known ? t.similarUnknown : similar.length === 0 ? t.similarNone : t.similarLead}</p>
      {!known && (
        <p>
          <a href={href(locale, paths.list({ community: community.id }))} target="_blank" rel="noopener">
            {t.similarList} <span class="meta">{t.newTab}</span>
          </a>
        </p>
      )}
      {similar.length > 0 && (
        <ul class="cards">
          {similar.map((petition) => (
            <li>
              <Similar locale={locale} petition={petition} />
            </li>
          ))}
        </ul>
      )}
      <StepForm {...props} />
    </>
  )
}

/** Its links open beside the form, so that what was typed stays where it is. */
function Similar({ locale, petition }: { readonly locale: Locale; readonly petition: PetitionSummary }) {
  const { submit: t, petition: words } = textsOf(locale)
  const { id, status, title, count, threshold } = petition
  const open = status === 'collecting' || status === 'threshold-reached'
  return (
    <article class="card">
      <StatusBadge locale={locale} petition={petition} />
      <h2 dir="auto">{title}</h2>
      <p>
        {signaturesIn(locale, count)} {words.neededShort(formatNumber(locale, threshold))}
      </p>
      {open && <Bar locale={locale} petition={petition} />}
      <p>
        <a href={href(locale, paths.petition(id))} target="_blank" rel="noopener">
          {t.similarRead} <span class="meta">{t.newTab}</span>
        </a>
      </p>
      {open && (
        <p>
          <a href={href(locale, paths.sign(id))} target="_blank" rel="noopener">
            {t.similarSign} <span class="meta">{t.newTab}</span>
          </a>
        </p>
      )}
    </article>
  )
}
