import type { DossierKind } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'

export interface DossierPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly petition: { readonly id: string; readonly number: number; readonly title: string }
  readonly kind: DossierKind
  /** Entries of the log that are in the file already, of `total`. */
  readonly written: number
  readonly total: number
}

/** Shown while a large dossier is being made; the browser asks again by itself. */
export function DossierPage({ locale, staff, petition, kind, written, total }: DossierPageProps) {
  const { documents: t, petition: words } = textsOf(locale)
  return (
    <DeskLayout locale={locale} path={paths.dossier(petition.id, kind)} title={t.preparing} staff={staff}>
      <p class="over">
        <a href={href(locale, paths.deskPetition(petition.id))}>← {words.back}</a>
      </p>
      <h1>{t.preparing}</h1>
      <p>
        {words.number(formatNumber(locale, petition.number))}. {petition.title}
      </p>
      <p role="status">{t.preparedSoFar(signaturesIn(locale, written), formatNumber(locale, total))}</p>
      <progress max={total} value={written} aria-label={t.preparing}></progress>
      <p>{t.preparingText}</p>
      <p>
        <a class="button" href={href(locale, paths.dossier(petition.id, kind))}>
          {t.lookAgain}
        </a>
      </p>
    </DeskLayout>
  )
}
