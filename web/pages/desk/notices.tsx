import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import type { DeskNotice } from '../../components/desk/case-view'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { NoticeItem } from '../../components/desk/notice-list'
import type { DeskCaseRow } from '../../components/desk/queue-view'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export interface DeskNoticesPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  /** Notices of the member's petitions that have not gone out, the newest first. */
  readonly notices: readonly { readonly petition: DeskCaseRow; readonly notice: DeskNotice }[]
  /** There are more than these. */
  readonly more: boolean
  readonly flash?: string
}

/** Notices that did not go out or wait to: why, and what to do. */
export function DeskNoticesPage({ locale, staff, notices, more, flash }: DeskNoticesPageProps) {
  const t = textsOf(locale).sending
  const of = (status: DeskNotice['status']) => notices.filter(({ notice }) => notice.status === status)
  return (
    <DeskLayout locale={locale} path={paths.deskNotices} title={t.title} staff={staff} flash={flash}>
      <h1>{t.title}</h1>
      <p class="lead">{t.pageLead}</p>
      {notices.length === 0 && <p class="empty">{t.empty}</p>}
      {(['failed', 'pending'] as const).map((status) => {
        const own = of(status)
        if (own.length === 0) return null
        return (
          <section aria-labelledby={status}>
            <h2 id={status}>
              {t.groups[status]} <span class="count">{formatNumber(locale, own.length)}</span>
            </h2>
            <ol class="journal">
              {own.map(({ petition, notice }) => (
                <li class={notice.status}>
                  <p>
                    <a href={`${href(locale, paths.deskPetition(petition.id))}#notices`}>
                      № {formatNumber(locale, petition.number)} {petition.title}
                    </a>
                  </p>
                  <NoticeItem
                    locale={locale}
                    petitionId={petition.id}
                    csrf={staff.csrf}
                    notice={notice}
                    from="list"
                  />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      {more && <p class="meta">{t.more}</p>}
    </DeskLayout>
  )
}
