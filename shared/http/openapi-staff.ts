import * as z from 'zod'
import type { ZodOpenApiObject, ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi'
import { STATUSES } from '../petition/petition'
import { petitionView } from '../petition/view'
import { ROLES } from '../staff/staff-member'
import { annulmentDraft, annulmentPreview, annulmentProgress } from './annulment'
import { calendarBody } from './calendar'
import { answer, problem, read, write } from './openapi-parts'
import { assertionBody, ceremonyView, enrolBody, registrationBody } from './passkeys'
import { petitionIdSchema } from './signing'
import { STAFF_ACTIONS, type StaffAction, staffActions } from './staff-actions'
import { signInBody } from './staff-session'
import { mailSentView } from './views'

const actions = z.array(z.enum(STAFF_ACTIONS)).meta({ description: 'What this member may do with it now' })

/** A petition as its staff see it, published or not. */
const staffPetition = petitionView
  .extend({ actions, annulmentActions: z.array(annulmentProgress).describe('Newest first') })
  .meta({ id: 'StaffPetition' })

const session = z
  .object({
    staff: z.object({
      id: z.string(),
      name: z.string(),
      grants: z.array(z.object({ role: z.enum(ROLES), scope: z.string() })),
    }),
    formWaits: z.boolean().optional().describe('A form that was sent too late waits at the desk'),
  })
  .meta({ id: 'Session' })

const caseload = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        title: z.string(),
        status: z.enum(STATUSES),
        communityId: z.string(),
        hostId: z.string(),
        submittedAt: z.iso.datetime(),
        nextDue: z.iso.datetime().optional(),
        actions,
      }),
    ),
  })
  .meta({ id: 'Caseload' })

const petitionPath = { path: z.object({ id: petitionIdSchema }) }

/** Paths under `/api/v1/staff`. The session is a cookie that `POST /session` sets for a passkey.
 * It is named `viche_session` where a site has no encryption. */
export const staffPaths: NonNullable<ZodOpenApiObject['paths']> = {
  '/api/v1/staff/sign-in': {
    post: write(
      'requestSignIn',
      'Mail a link to add the first passkey, or to ask for another one; the same answer for every address',
      signInBody,
      { 202: answer('If the address has access, the mail is on its way', mailSentView) },
    ),
  },
  '/api/v1/staff/passkeys/options': {
    post: write(
      'beginPasskey',
      'Begin to add a passkey: with the token of a mailed link, or within a session that was proved recently',
      enrolBody,
      { 200: answer('For navigator.credentials.create; five minutes', ceremonyView) },
    ),
  },
  '/api/v1/staff/passkeys': {
    post: write('addPasskey', 'Add the passkey that has answered', registrationBody, {
      201: answer('Added and signed in; the cookie is set', session),
    }),
  },
  '/api/v1/staff/session/options': {
    post: {
      operationId: 'beginSession',
      summary: 'Begin to sign in, or to prove anew who is signed in, with a passkey',
      responses: {
        200: answer('For navigator.credentials.get; five minutes', ceremonyView),
        default: problem(),
      },
    },
  },
  '/api/v1/staff/session': {
    get: signedIn(read('getSession', 'Who is signed in', session)),
    post: write(
      'openSession',
      'Sign in, or prove it anew where `reauthentication-required` was the answer',
      assertionBody,
      { 201: answer('Signed in; the cookie is set', session) },
    ),
    delete: {
      operationId: 'endSession',
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' } },
    },
  },
  '/api/v1/staff/petitions': {
    get: signedIn(
      read('listCaseload', 'Petitions of the member’s scopes, what is due first on top', caseload),
    ),
  },
  '/api/v1/staff/petitions/{id}': {
    get: signedIn({ ...read('getStaffPetition', 'One of them', staffPetition), requestParams: petitionPath }),
  },
  '/api/v1/staff/calendar': {
    get: signedIn(read('getCalendar', 'What of the working calendar can be changed', calendarBody)),
    put: signedIn(
      write('putCalendar', 'Operators: change it and recount what is owed', calendarBody, {
        200: answer('Petitions whose deadlines moved', z.object({ moved: z.number().int() })),
      }),
    ),
  },
  '/api/v1/staff/petitions/{id}/annul/preview': {
    post: signedIn({
      ...write(
        'previewAnnulment',
        'Whose signatures an annulment would take, and what is left',
        annulmentDraft,
        {
          200: answer('Nothing is written yet', annulmentPreview),
        },
      ),
      requestParams: petitionPath,
    }),
  },
  ...Object.fromEntries(STAFF_ACTIONS.map(actionPath)),
}

function actionPath(action: StaffAction): [string, ZodOpenApiPathItemObject] {
  const operation = write(`staff-${action}`, `Staff: ${action}`, staffActions[action], {
    ...(action === 'annul'
      ? { 202: answer('Written; the log takes them within seconds', staffPetition) }
      : { 200: answer('The petition afterwards', staffPetition) }),
  })
  return [
    `/api/v1/staff/petitions/{id}/${action}`,
    { post: signedIn({ ...operation, requestParams: petitionPath }) },
  ]
}

function signedIn(operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject {
  return { ...operation, security: [{ session: [] }] }
}
