import type { AnnulmentDraft, AnnulmentPreview } from '../../../shared/http/annulment'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { PlainText } from '../../components/plain-text'
import { SignersTable } from '../../components/signers-table'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { annulmentGroundIn, signaturesIn } from '../../texts/speech'

export interface DeskAnnulPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly petition: PetitionView
  readonly draft: AnnulmentDraft
  readonly preview: AnnulmentPreview
  /** Why the preview is shown once more. */
  readonly errors: readonly FieldError[]
}

/** The preview of an annulment: whose signatures, why, and what is left. Its button does it. */
export function DeskAnnulPage({ locale, staff, petition, draft, preview, errors }: DeskAnnulPageProps) {
  const { desk, forms } = textsOf(locale)
  const t = desk.annul
  return (
    <DeskLayout locale={locale} path={paths.deskPetition(petition.id)} title={t.title} staff={staff}>
      <p class="over">
        <a href={href(locale, paths.deskPetition(petition.id))}>← {t.back}</a>
      </p>
      <h1>{t.title}</h1>
      <p class="lead">{petition.title}</p>
      {errors.length > 0 && (
        <ErrorSummary title={forms.errorSummary} errors={errors} idFor={() => 'confirm-annulment'} />
      )}
      <Consequences locale={locale} draft={draft} preview={preview} />
      <SignersTable locale={locale} signers={preview.signatures} />
      <Confirmation locale={locale} staff={staff} petitionId={petition.id} draft={draft} preview={preview} />
    </DeskLayout>
  )
}

function Consequences({ locale, draft, preview }: Pick<DeskAnnulPageProps, 'locale' | 'draft' | 'preview'>) {
  const t = textsOf(locale).desk.annul
  const { count, threshold, fallsBelow } = preview
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t.ground}</dt>
          <dd>{annulmentGroundIn(locale, draft.ground)}</dd>
        </div>
        <div>
          <dt>{t.before}</dt>
          <dd>{formatNumber(locale, count.before)}</dd>
        </div>
        <div>
          <dt>{t.after}</dt>
          <dd>
            <strong>{formatNumber(locale, count.after)}</strong> {t.needed(formatNumber(locale, threshold))}
          </dd>
        </div>
      </dl>
      {draft.explanation && (
        <>
          <h2>{t.explanation}</h2>
          <PlainText text={draft.explanation} />
        </>
      )}
      {fallsBelow && <p class="note">{t.fallsBelow}</p>}
    </>
  )
}

interface ConfirmationProps extends Pick<DeskAnnulPageProps, 'locale' | 'staff' | 'draft' | 'preview'> {
  readonly petitionId: string
}

function Confirmation({ locale, staff, petitionId, draft, preview }: ConfirmationProps) {
  const t = textsOf(locale).desk.annul
  const { signatures, ground, explanation } = draft
  const fields = { csrf: staff.csrf, signatures, ground, explanation, digest: preview.digest }
  return (
    <form id="confirm-annulment" method="post" action={href(locale, paths.deskAction(petitionId, 'annul'))}>
      {Object.entries(fields).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <p>{t.permanent}</p>
      <button type="submit" class="danger">
        {t.confirm(signaturesIn(locale, preview.signatures.length))}
      </button>
    </form>
  )
}
