import { dayOf } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatDate, formatDay, formatMoment } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { PlainText } from '../plain-text'
import { Answer, Decision } from './answer'

interface OutcomeProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** What became of the petition, the newest first; nothing while it collects signatures. */
export function Outcome({ locale, petition }: OutcomeProps) {
  const t = textsOf(locale).petition
  const { withdrawnAt, archivedAt, namesErasedAt } = petition
  return (
    <>
      {namesErasedAt && <p class="note">{t.namesErasedAt(formatDate(locale, namesErasedAt))}</p>}
      {archivedAt && <p class="note">{t.archivedAt(formatDate(locale, archivedAt))}</p>}
      {withdrawnAt && <p class="note">{t.withdrawnAt(formatDate(locale, withdrawnAt))}</p>}
      <Refusal locale={locale} petition={petition} />
      <Answer locale={locale} petition={petition} />
      <Decision locale={locale} petition={petition} />
      <Hearing locale={locale} petition={petition} />
      <Appeal locale={locale} petition={petition} />
    </>
  )
}

/** R3: the ground that the law names, and the moderator's words. */
function Refusal({ locale, petition: { refusal } }: OutcomeProps) {
  if (!refusal) return null
  const t = textsOf(locale).petition
  return (
    <section class="outcome" aria-labelledby="refusal">
      <h2 id="refusal">{t.refusal}</h2>
      <p class="meta">{formatMoment(locale, refusal.at)}</p>
      <h3>{t.ground}</h3>
      <p>
        {refusal.text[locale]} ({refusal.item})
      </p>
      <h3>{t.explanation}</h3>
      <PlainText text={refusal.explanation} />
    </section>
  )
}

/** R16: consideration lasts longer because of public hearings. */
function Hearing({ locale, petition: { hearing } }: OutcomeProps) {
  if (!hearing) return null
  const t = textsOf(locale).petition
  return (
    <section class="outcome" aria-labelledby="hearing">
      <h2 id="hearing">{t.hearing}</h2>
      <p>{t.hearingText(formatDay(locale, hearing.dueOn))}</p>
      <PlainText text={hearing.reason} />
      {hearing.url && (
        <p>
          <a href={hearing.url} rel="nofollow noopener">
            {t.hearingLink}
          </a>
        </p>
      )}
    </section>
  )
}

/** R8: too few signatures, so it is an ordinary citizens' appeal. */
function Appeal({ locale, petition }: OutcomeProps) {
  const { appeal, closesOn } = petition
  if (!appeal) return null
  const t = textsOf(locale).petition
  return (
    <section class="outcome" aria-labelledby="appeal">
      <h2 id="appeal">{t.appeal}</h2>
      <p>
        {t.appealText(signaturesIn(locale, appeal.count), formatDay(locale, closesOn ?? dayOf(appeal.since)))}
      </p>
      {appeal.registrationNumber && (
        <p>
          {t.appealNumber}: <strong>{appeal.registrationNumber}</strong>
        </p>
      )}
      {appeal.answer && (
        <>
          <h3>{t.appealAnswer}</h3>
          {appeal.answeredAt && <p class="meta">{formatMoment(locale, appeal.answeredAt)}</p>}
          <PlainText text={appeal.answer} />
        </>
      )}
    </section>
  )
}
