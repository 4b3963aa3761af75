import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatMoment } from '../../texts/format'
import { PlainText } from '../plain-text'

interface AnswerProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** R18: the council's answer with its reasons, and the author's right to appeal (R21). */
export function Answer({ locale, petition }: AnswerProps) {
  const { answer, outcome } = petition
  if (!answer) return null
  const t = textsOf(locale).petition
  return (
    <section class="outcome" aria-labelledby="answer">
      <h2 id="answer">{t.answer}</h2>
      {outcome && <p class={`verdict ${outcome}`}>{t.outcomes[outcome]}</p>}
      <p class="meta">
        {t.answeredAt}: {formatMoment(locale, answer.at)}
      </p>
      <h3>{t.answerText}</h3>
      <PlainText text={answer.text} />
      <h3>{t.reasons}</h3>
      <PlainText text={answer.reasons} />
      <h3>{t.appealRight}</h3>
      <p>{t.appealRightText}</p>
    </section>
  )
}

/** R17: what was decided, once the head of the community has announced it. */
export function Decision({ locale, petition }: AnswerProps) {
  const { announcement, decision, outcome, answer } = petition
  if (!announcement) return null
  const t = textsOf(locale).petition
  return (
    <section class="outcome" aria-labelledby="decision">
      <h2 id="decision">{t.decision}</h2>
      {outcome && !answer && <p class={`verdict ${outcome}`}>{t.outcomes[outcome]}</p>}
      <p class="meta">{t.announcedAt(formatMoment(locale, announcement.at))}</p>
      {decision?.text && <PlainText text={decision.text} />}
      {announcement.statement && (
        <>
          <h3>{t.announcement}</h3>
          <PlainText text={announcement.statement} />
        </>
      )}
    </section>
  )
}
