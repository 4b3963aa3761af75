import { dayOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { DeskPetitionPageProps } from '../../web/pages/desk/petition'
import { DeskPetitionPage } from '../../web/pages/desk/petition'
import { annulmentsInProgress } from '../actions/annul-signatures'
import { actionsFor } from './caseload'
import type { StaffDeps } from './deps'
import { openCase } from './desk-case'
import { worker } from './desk-form'
import type { Session } from './session'

/** A petition's page at the desk, as it is or with a form that was sent back. */
export async function petitionPage(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  id: string,
  extra: Pick<DeskPetitionPageProps, 'flash' | 'failed' | 'conflict'>,
) {
  const { record, view, work } = await openCase(deps, session, locale, id)
  return (
    <DeskPetitionPage
      locale={locale}
      staff={worker(session)}
      petition={view}
      work={work}
      actions={actionsFor(session.member, record.petition)}
      annulments={await annulmentsInProgress(deps, id, record.log.applied)}
      today={dayOf(deps.clock.now())}
      {...extra}
    />
  )
}
