import type { AnnulmentProgress } from '../../../shared/http/annulment'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { annulmentGroundIn, roleIn, signaturesIn } from '../../texts/speech'
import { Moment } from '../moment'

interface AnnulmentProgressListProps {
  readonly locale: Locale
  readonly petitionId: string
  readonly csrf: string
  readonly annulments: readonly AnnulmentProgress[]
  /** Whether this member may complete what a failure left undone. */
  readonly mayAnnul: boolean
}

/** What was annulled on a petition, by whom in which role, and how much of it the log has taken. */
export function AnnulmentProgressList(props: AnnulmentProgressListProps) {
  const { locale, annulments } = props
  if (annulments.length === 0) return null
  const t = textsOf(locale).desk.annul
  return (
    <section aria-labelledby="annulled">
      <h2 id="annulled">{t.list}</h2>
      <ol class="journal">
        {annulments.map((act) => (
          <Act {...props} act={act} />
        ))}
      </ol>
    </section>
  )
}

interface ActProps extends AnnulmentProgressListProps {
  readonly act: AnnulmentProgress
}

function Act({ locale, petitionId, csrf, act, mayAnnul }: ActProps) {
  const t = textsOf(locale).desk.annul
  const number = (n: number) => formatNumber(locale, n)
  return (
    <li>
      <p class="meta">
        <Moment locale={locale} at={act.at} /> · {roleIn(locale, act.by)}
      </p>
      <p>
        <strong>{signaturesIn(locale, act.number)}</strong>: {annulmentGroundIn(locale, act.ground)}
      </p>
      <p class="meta">
        {t.numbers}: {act.signatures}
      </p>
      <p>{act.inLog === act.number ? t.inLog : t.progress(number(act.inLog), number(act.number))}</p>
      {act.written < act.number && (
        <>
          <p class="note">{t.incomplete(number(act.written), number(act.number))}</p>
          {mayAnnul && <Complete locale={locale} petitionId={petitionId} csrf={csrf} act={act} />}
        </>
      )}
    </li>
  )
}

function Complete({ locale, petitionId, csrf, act }: Omit<ActProps, 'annulments' | 'mayAnnul'>) {
  const { id, signatures, ground, explanation } = act
  const fields = { csrf, signatures, ground, explanation, digest: id }
  return (
    <form method="post" action={href(locale, paths.deskAction(petitionId, 'annul'))}>
      {Object.entries(fields).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <button type="submit">{textsOf(locale).desk.annul.complete}</button>
    </form>
  )
}
