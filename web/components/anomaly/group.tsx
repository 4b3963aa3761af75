import { groundFor, KEEPS_FIRST } from '../../../shared/anomaly/ground'
import type { GroupKind } from '../../../shared/anomaly/report'
import type { Locale } from '../../../shared/locale'
import { STAFF_GROUND_CODES } from '../../../shared/log/annulment'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatMoment, formatNumber } from '../../texts/format'
import { plural } from '../../texts/plural'
import { annulmentGroundIn, signaturesIn } from '../../texts/speech'
import { Hidden } from '../desk/hidden'
import { LevelBadge } from './level-badge'
import type { GroupView } from './view'

interface AnomalyGroupProps {
  readonly locale: Locale
  readonly petitionId: string
  readonly csrf: string
  readonly group: GroupView
  /** Tells the groups of a page apart. */
  readonly number: number
  readonly mayAnnul: boolean
}

/** A group to be checked: what joins it, what is odd, and the way to the preview of its annulment. */
export function AnomalyGroup(props: AnomalyGroupProps) {
  const { locale, group, number } = props
  const { anomaly } = textsOf(locale)
  const { kind, level, size, signs, overlaps, labels } = group
  return (
    <li class={`anomaly ${level}`}>
      <h3 id={`group-${number}`}>
        {number}. {anomaly.kinds[kind]}: {signaturesIn(locale, size)}
      </h3>
      <p>
        <LevelBadge locale={locale} level={level} /> {anomaly.reasons[kind]} {partsIn(locale, group)}
      </p>
      {signs.length > 0 && (
        <ul>
          {signs.map(({ sign, signatures }) => (
            <li>{anomaly.signed(anomaly.signs[sign], signaturesIn(locale, signatures))}</li>
          ))}
        </ul>
      )}
      <Figures locale={locale} group={group} />
      {labels.length > 0 && (
        <p class="meta">
          {anomaly.groups.examples}:{' '}
          {labels.map((label, n) => (
            <>
              {n > 0 && '; '}
              <bdi>{label}</bdi>
            </>
          ))}
        </p>
      )}
      {overlaps.length > 0 && (
        <p class="meta">
          {anomaly.groups.also}:{' '}
          {overlaps
            .map((one) => anomaly.signed(anomaly.kinds[one.kind], formatNumber(locale, one.signatures)))
            .join('; ')}
        </p>
      )}
      <ToPreview {...props} />
    </li>
  )
}

function Figures({ locale, group }: Pick<AnomalyGroupProps, 'locale' | 'group'>) {
  const t = textsOf(locale).anomaly.groups
  return (
    <p class="meta">
      {t.when}: {formatMoment(locale, group.from)} – {formatMoment(locale, group.to)}. {t.hourly}:{' '}
      {formatNumber(locale, group.hourly)}.
    </p>
  )
}

/** The preview, as the form of the petition's page leads to it. */
function ToPreview({ locale, petitionId, csrf, group, number, mayAnnul }: AnomalyGroupProps) {
  const t = textsOf(locale).anomaly.groups
  const { kind, left, batch, numbers } = group
  if (left === 0) return <p>{t.done}</p>
  const count = signaturesIn(locale, left)
  if (!mayAnnul) return <p>{t.left(count)}</p>
  return (
    <form method="post" action={href(locale, paths.deskAction(petitionId, 'annul'))}>
      <Hidden fields={{ csrf, signatures: numbers }} />
      <p>
        {t.left(count)} {KEEPS_FIRST.includes(kind) && t.first}{' '}
        {batch < left && t.batch(signaturesIn(locale, batch))}
      </p>
      <p class="field">
        <label for={`ground-${number}`}>{t.ground}</label>
        <select id={`ground-${number}`} name="ground">
          {STAFF_GROUND_CODES.map((code) => (
            <option value={code} selected={code === groundFor(kind)}>
              {annulmentGroundIn(locale, code)}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="quiet" aria-describedby={`group-${number}`}>
        {t.preview}
      </button>
    </form>
  )
}

const COUNTED: Readonly<Partial<Record<GroupKind, 'addresses' | 'domains' | 'names'>>> = {
  'shared-networks': 'addresses',
  network: 'addresses',
  'disposable-domain': 'domains',
  'random-domain': 'domains',
  'same-name': 'names',
}

/** How many addresses, domains or names a group holds, where that says something. */
function partsIn(locale: Locale, { kind, parts }: GroupView): string {
  const unit = COUNTED[kind]
  return unit === undefined ? '' : `(${plural(locale, parts, textsOf(locale).anomaly.units[unit])})`
}
