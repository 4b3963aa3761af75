import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { roleIn, wordFor } from '../../texts/speech'
import { Moment } from '../moment'
import type { DeskNotice } from './case-view'
import { Hidden } from './hidden'

interface NoticeItemProps {
  readonly locale: Locale
  readonly petitionId: string
  readonly csrf: string
  readonly notice: DeskNotice
  /** Where the form leads back to. */
  readonly from: 'petition' | 'list'
}

/** One notice with the evidence of each attempt, what to do about a failed one, and its resend. */
export function NoticeItem(props: NoticeItemProps) {
  const { locale, notice } = props
  const { petition: t, sending } = textsOf(locale)
  return (
    <>
      <p>
        <strong>{wordFor(t.noticeKinds, notice.kind)}</strong> · {t.noticeTo}: {roleIn(locale, notice.to)}
        {notice.rule && ` · ${notice.rule}`}
      </p>
      <p class={notice.status === 'failed' ? 'error' : 'meta'}>
        {t.noticeStatuses[notice.status]} <Moment locale={locale} at={notice.sentAt ?? notice.createdAt} />
        {notice.attempts > 1 && ` · ${t.attempts(formatNumber(locale, notice.attempts))}`}
      </p>
      {notice.status !== 'sent' && notice.failure && <Failure {...props} />}
      {notice.messageId && (
        <p class="meta">
          {t.messageId}: <code>{notice.messageId}</code>
        </p>
      )}
      {notice.steps.length > 0 && (
        <details class="evidence">
          <summary>{sending.evidence}</summary>
          <ol>
            {notice.steps.map((step) => (
              <li>
                <Moment locale={locale} at={step.at} />: {sending.steps[step.what]}
                {step.reason && ` (${sending.reasons[step.reason]})`}
                {step.name && ` · ${step.name}`}
              </li>
            ))}
          </ol>
        </details>
      )}
      {notice.mayResend && <Resend {...props} />}
    </>
  )
}

function Failure({ locale, notice }: NoticeItemProps) {
  const t = textsOf(locale).sending
  const advice: Readonly<Record<string, string>> = t.advice
  return (
    <>
      <p>
        {t.why}: {t.reasons[notice.failure!]}.
        {notice.addresses && notice.addresses.length > 0 && ` ${t.address}: ${notice.addresses.join(', ')}.`}
      </p>
      <p>{notice.failure === 'unreachable' ? t.adviceUnreachable : (advice[notice.to] ?? t.adviceStaff)}</p>
    </>
  )
}

function Resend({ locale, petitionId, csrf, notice, from }: NoticeItemProps) {
  const { sending: t, petition } = textsOf(locale)
  return (
    <form method="post" action={href(locale, paths.deskResend(petitionId, notice.id))}>
      <Hidden fields={{ csrf, from }} />
      <button
        type="submit"
        class="quiet"
        aria-label={`${t.resend}: ${wordFor(petition.noticeKinds, notice.kind)}, ${roleIn(locale, notice.to)}`}
      >
        {t.resend}
      </button>
    </form>
  )
}
