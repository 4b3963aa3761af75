import * as z from 'zod'
import type { ZodOpenApiObject, ZodOpenApiOperationObject, ZodOpenApiPathItemObject } from 'zod-openapi'
import { STATUSES } from '../petition/petition'
import { petitionView } from '../petition/view'
import { ROLES } from '../staff/staff-member'
import { annulmentDraft, annulmentPreview, annulmentProgress } from './annulment'
import { calendarBody } from './calendar'
import { answer, read, write } from './openapi-parts'
import { petitionIdSchema } from './signing'
import { STAFF_ACTIONS, type StaffAction, staffActions } from './staff-actions'
import { signInBody, tokenBody } from './staff-session'
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
    hours: z.number().optional(),
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

/** Paths under `/api/v1/staff`. The session is a cookie that `POST /session` sets for the token of a mailed link. */
export const staffPaths: NonNullable<ZodOpenApiObject['paths']> = {
  '/api/v1/staff/sign-in': {
    post: write('requestSignIn', 'Mail a sign-in link; the same answer for every address', signInBody, {
      202: answer('If the address has access, the mail is on its way', mailSentView),
    }),
  },
  '/api/v1/staff/session': {
    get: signedIn(read('getSession', 'Who is signed in', session)),
    post: write('openSession', 'Sign in with the token of the mailed link; it works once', tokenBody, {
      201: answer('Signed in; the cookie is set', session),
    }),
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
