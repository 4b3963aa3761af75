import * as z from 'zod'
import { createDocument, type ZodOpenApiObject } from 'zod-openapi'
import { ANNULMENT_GROUND_CODES } from '../log/annulment'
import { daysView } from '../log/days'
import { openDataSet } from '../petition/open-data'
import { countView, petitionView } from '../petition/view'
import { petitionsQuery, searchQuery, similarQuery } from './lists'
import { answer, problem, read, write } from './openapi-parts'
import { staffPaths } from './openapi-staff'
import { systemPaths } from './openapi-systems'
import { confirmBody, petitionIdSchema, signBody, submitBody } from './signing'
import {
  challengeView,
  communityList,
  communityRecord,
  communityView,
  mailSentView,
  petitionList,
  searchList,
  signatureView,
  similarList,
  submittedView,
  waitingView,
} from './views'

type Document = ReturnType<typeof createDocument>

const petition = petitionView.meta({ id: 'Petition' })
const petitionPath = { path: z.object({ id: petitionIdSchema }) }
const challengeParameters = z.object({
  purpose: z.enum(['sign', 'submit']),
  petition: petitionIdSchema.optional().meta({ description: 'The petition to sign' }),
  email: z.string().meta({ description: 'Address that will be given in the request' }),
})

/**
 * The API as OpenAPI 3.1, made of the schemas that check requests.
 * @param publicUrl address of the site without a slash at its end
 */
export function openApiDocument(publicUrl: string): Document {
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Viche',
      version: '1.0.0',
      description:
        'Електронні петиції до рад українських громад. Errors are RFC 9457 problems with a stable `code`; ' +
        'their words are Ukrainian, or English by Accept-Language. Times are RFC 3339 in UTC, days are Kyiv dates.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    security: [],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-viche_session' },
        systemKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'viche_<id>_<secret>',
          description: 'A key of an NGO or council, made at its desk under “Systems”; it only reads',
        },
      },
    },
    paths: { ...publicPaths, ...staffPaths, ...systemPaths },
  }
  return createDocument(document)
}

const receiptAnswer = {
  description:
    'C2SP tlog-proof with the entry as `extra`; verifies offline with the key at `/log/verifier-key`',
  headers: z.object({
    'viche-annulled': z.enum(ANNULMENT_GROUND_CODES).optional().meta({
      description: 'Ground on which the signature was annulled since; the proof holds all the same',
    }),
  }),
  content: { 'text/plain': { schema: z.string() } },
}

const publicPaths: NonNullable<ZodOpenApiObject['paths']> = {
  '/api/v1/communities': { get: read('listCommunities', 'Communities and their settings', communityList) },
  '/api/v1/communities/{id}': {
    get: {
      ...read('getCommunity', 'One community', communityView),
      requestParams: { path: z.object({ id: z.string() }) },
    },
  },
  '/api/v1/communities/{id}/record': {
    get: {
      ...read('getRecord', 'Its petitions in figures, and how its council keeps terms', communityRecord),
      requestParams: { path: z.object({ id: z.string() }) },
    },
  },
  '/api/v1/petitions': {
    get: {
      ...read('listPetitions', 'Published petitions, newest first', petitionList),
      requestParams: { query: petitionsQuery },
    },
    post: write('submitPetition', 'Submit a petition; the author confirms by mail', submitBody, {
      202: answer('The mail with the link is on its way', submittedView),
    }),
  },
  '/api/v1/petitions/confirm': {
    post: write('confirmPetition', 'Confirm a petition with the token of the mailed link', confirmBody, {
      201: answer('Submitted', petition),
      200: answer('Submitted before', petition),
    }),
  },
  '/api/v1/petitions/search': {
    get: {
      ...read('searchPetitions', 'Published petitions by filters, order and words, best first', searchList),
      requestParams: { query: searchQuery },
    },
  },
  '/api/v1/petitions/similar': {
    get: {
      ...read('findSimilar', 'Petitions that ask for much the same as one being written', similarList),
      requestParams: { query: similarQuery },
    },
  },
  '/api/v1/petitions/{id}': {
    get: {
      ...read('getPetition', 'A petition with its deadlines, events and notices', petition),
      requestParams: petitionPath,
    },
  },
  '/api/v1/petitions/{id}/count': {
    get: {
      ...read('getCount', 'How many have signed', countView.meta({ id: 'Count' })),
      requestParams: petitionPath,
    },
  },
  '/api/v1/petitions/{id}/days': {
    get: {
      ...read('getDays', 'Signatures and annulments by day', daysView.meta({ id: 'Days' })),
      requestParams: petitionPath,
    },
  },
  '/api/v1/open-data/petitions.json': {
    get: read(
      'getOpenData',
      'Every published petition by the fields of the draft national set of open data, made each hour; `petitions.csv` beside it holds the same',
      openDataSet.meta({ id: 'OpenData' }),
    ),
  },
  '/api/v1/challenges': {
    get: {
      ...read('getChallenge', 'A proof of work for one purpose, petition and address', challengeView),
      requestParams: { query: challengeParameters },
    },
  },
  '/api/v1/petitions/{id}/signatures': {
    post: {
      ...write('requestSignature', 'Ask to sign; the signer confirms by mail', signBody, {
        202: answer('The mail with the link is on its way', mailSentView),
        403: problem(
          '`identity-not-accepted`: the council takes no signatures by mail; `identities` of the petition names its ways',
        ),
      }),
      requestParams: petitionPath,
    },
  },
  '/api/v1/signatures/confirm': {
    post: write('confirmSignature', 'Sign with the token of the mailed link', confirmBody, {
      201: answer('Signed', signatureView),
      200: answer('Signed before', signatureView),
    }),
  },
  '/api/v1/signatures/{id}/receipt': {
    get: {
      operationId: 'getReceipt',
      summary: 'Proof that a signature is in the log, for its signer to keep',
      requestParams: { path: z.object({ id: z.string() }) },
      responses: {
        200: receiptAnswer,
        202: answer('Not in the log yet', waitingView),
        default: problem(),
      },
    },
  },
}
