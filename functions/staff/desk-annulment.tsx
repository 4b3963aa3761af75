import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { annulmentBody, annulmentDraft } from '../../shared/http/annulment'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { DeskAnnulPage } from '../../web/pages/desk/annul'
import { annulSignatures, previewAnnulment } from '../actions/annul-signatures'
import { viewPetition } from '../actions/view-petition'
import { problemOf } from '../http/problem'
import type { StaffDeps } from './deps'
import { checkedForm, formErrors, worker } from './desk-form'
import type { Session } from './session'

/**
 * Annulling at the desk: a form without a digest brings the preview, whose own form carries it and annuls.
 * @returns the preview to show; undefined once the annulments are written
 * @throws DomainError where the form itself is wrong: it is shown again where it stood
 */
export async function annulAtDesk(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  petitionId: string,
  values: Readonly<Record<string, string>>,
) {
  if (values.digest === undefined) return preview(deps, locale, session, petitionId, values)
  try {
    await annulSignatures(deps, session.member, petitionId, checkedForm(annulmentBody, values))
    return undefined
  } catch (error) {
    if (!(error instanceof DomainError) || !AGAIN.includes(error.code)) throw error
    const { digest, ...draft } = values
    return preview(deps, locale, session, petitionId, draft, { error, act: digest })
  }
}

/** What asks for another look, and another press of the button. */
const AGAIN: readonly DomainError['code'][] = ['preview-changed', 'annulment-incomplete']

async function preview(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  petitionId: string,
  values: Readonly<Record<string, string>>,
  failed?: { readonly error: DomainError; readonly act: string },
) {
  const draft = checkedForm(annulmentDraft, values)
  const preview = await previewAnnulment(deps, session.member, petitionId, draft, failed?.act)
  const { view } = await viewPetition(deps, petitionId)
  const status = (failed ? problemOf(failed.error, locale).status : 200) as ContentfulStatusCode
  const body = (
    <DeskAnnulPage
      locale={locale}
      staff={worker(session)}
      petition={view}
      draft={draft}
      preview={preview}
      errors={failed ? formErrors(failed.error, locale) : []}
    />
  )
  return { status, body, refused: failed?.error }
}
