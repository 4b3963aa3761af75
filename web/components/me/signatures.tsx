import type { Community } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { ANNULMENT_GROUNDS, isAnnulmentGround } from '../../../shared/log/annulment'
import type { HeldSignature } from '../../../shared/resident/holdings'
import { withdrawability } from '../../../shared/resident/withdrawal'
import { signatureId } from '../../../shared/signing/signature-id'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatDate, formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { Moment } from '../moment'
import { StatusBadge } from '../status-badge'

export interface SignaturesProps {
  readonly locale: Locale
  readonly signatures: readonly HeldSignature[]
  readonly communities: readonly Pick<Community, 'id' | 'name'>[]
  readonly now: string
}

/** Each signature with the petition it is under, and what its signer can do. */
export function Signatures({ signatures, ...props }: SignaturesProps) {
  return (
    <ul class="cards">
      {signatures.map((signature, place) => (
        <Signature {...props} signature={signature} id={`signature-${place + 1}`} />
      ))}
    </ul>
  )
}

type SignatureProps = Omit<SignaturesProps, 'signatures'> & {
  readonly signature: HeldSignature
  /** Of the petition's title on the page: it tells the links of one signature from those of the others. */
  readonly id: string
}

function Signature(props: SignatureProps) {
  const { locale, signature, communities } = props
  const { petition, annulment, person } = signature
  const { resident: t, petition: words } = textsOf(locale)
  const community = communities.find(({ id }) => id === petition.communityId)?.name[locale]
  const number = words.number(formatNumber(locale, petition.number))
  return (
    <li class="card">
      <StatusBadge locale={locale} petition={petition} />
      <h3 dir="auto" id={props.id}>
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </h3>
      <p class="meta">{[community, number].filter(Boolean).join(' · ')}</p>
      <Facts {...props} />
      {annulment && <p class="note">{annulmentIn(locale, annulment)}</p>}
      {person === undefined && <p>{t.nameErased}</p>}
      <Actions {...props} />
    </li>
  )
}

function Facts({ locale, signature }: SignatureProps) {
  const { resident: t, list } = textsOf(locale)
  const { confirmedAt, level, index, count } = signature
  const number = index === undefined ? t.numberLater : formatNumber(locale, index + 1)
  return (
    <>
      <p>
        {t.signedAt}: <Moment locale={locale} at={confirmedAt} />
      </p>
      <p class="meta">
        {t.level}: {list.community.identity[level]} · {t.number}: {number}
      </p>
      <p class="meta">
        {t.countNow}: {signaturesIn(locale, count)}
      </p>
    </>
  )
}

function Actions({ locale, signature, now, id }: SignatureProps) {
  const t = textsOf(locale).resident
  const { petition, key } = signature
  const answer = withdrawability(signature, now)
  const [receipt, withdraw] = [`${id}-receipt`, `${id}-withdraw`]
  return (
    <p class="actions">
      <a
        id={receipt}
        href={href(locale, paths.receipt(signatureId(key)))}
        aria-labelledby={`${receipt} ${id}`}
      >
        {t.receipt}
      </a>
      {(answer === 'open' || answer === 'not-in-log') && (
        <a
          id={withdraw}
          href={href(locale, paths.meWithdrawal(petition.id))}
          aria-labelledby={`${withdraw} ${id}`}
        >
          {t.withdraw}
        </a>
      )}
    </p>
  )
}

function annulmentIn(locale: Locale, { ground, at, inLog }: NonNullable<HeldSignature['annulment']>): string {
  const t = textsOf(locale).resident
  const words = isAnnulmentGround(ground) ? ANNULMENT_GROUNDS[ground][locale] : ground
  return inLog ? t.annulledOn(words, formatDate(locale, at)) : t.annulling(words)
}
