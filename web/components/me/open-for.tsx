import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { OwnForm } from './own-form'

export interface Owner {
  readonly locale: Locale
  /** The address that was proven; absent where a provider has said who the reader is. */
  readonly email?: string | undefined
  /** Stands in every form of the page. */
  readonly csrf: string
}

/** Whose page it is, and the way to close it. */
export function OpenFor({ locale, email, csrf }: Owner) {
  const t = textsOf(locale).resident
  return (
    <OwnForm locale={locale} csrf={csrf} action={paths.meLeave}>
      <p class="meta">
        {email === undefined ? t.openForProvider : t.openFor(email)}{' '}
        <button type="submit" class="plain">
          {t.leave}
        </button>
      </p>
    </OwnForm>
  )
}

/** The way back to the signatures. */
export function BackToMine({ locale }: Pick<Owner, 'locale'>) {
  return (
    <p>
      <a href={href(locale, paths.me)}>{textsOf(locale).resident.back}</a>
    </p>
  )
}
