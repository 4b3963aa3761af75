import type { Locale } from '../../shared/locale'
import type { NoticeView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { roleIn, wordFor } from '../texts/speech'
import { Moment } from './moment'

/** Evidence that statutory notices were sent: when, to whom by role, how often tried, the mail's id. */
export function Notices({ locale, notices }: { locale: Locale; notices: readonly NoticeView[] }) {
  const t = textsOf(locale).petition
  return (
    <details>
      <summary>{t.notices}</summary>
      <p>{t.noticesLead}</p>
      <ol class="journal">
        {notices.map((notice) => (
          <NoticeEvidence locale={locale} notice={notice} />
        ))}
      </ol>
    </details>
  )
}

/** One notice: what, to whom, what became of it, and by which mail. */
export function NoticeEvidence({ locale, notice }: { locale: Locale; notice: NoticeView }) {
  const t = textsOf(locale).petition
  return (
    <li class={notice.status}>
      <p>
        <strong>{wordFor(t.noticeKinds, notice.kind)}</strong> · {t.noticeTo}: {roleIn(locale, notice.to)}
      </p>
      <p class="meta">
        {t.noticeStatuses[notice.status]} <Moment locale={locale} at={notice.sentAt ?? notice.createdAt} />
        {notice.attempts > 1 && ` · ${t.attempts(formatNumber(locale, notice.attempts))}`}
        {notice.rule && ` · ${notice.rule}`}
        {notice.told !== undefined && ` · ${t.toFollowers(formatNumber(locale, notice.told))}`}
        {notice.untold !== undefined && ` · ${t.missedFollowers(formatNumber(locale, notice.untold))}`}
      </p>
      {notice.messageId && (
        <p class="meta">
          {t.messageId}: <code>{notice.messageId}</code>
        </p>
      )}
    </li>
  )
}
