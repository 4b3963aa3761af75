import * as z from 'zod'
import type { ZodOpenApiObject, ZodOpenApiOperationObject } from 'zod-openapi'
import { petitionView } from '../petition/view'
import type { KeyScope } from '../systems/api-key'
import { answer, read } from './openapi-parts'
import { petitionIdSchema } from './signing'
import { systemNotices, systemPetitionList, systemPetitionsQuery } from './systems'

const petitionPath = { path: z.object({ id: petitionIdSchema }) }

/** As the public petition, also before it is published and where it is refused. */
const ownPetition = petitionView.meta({ id: 'SystemPetition' })

/** Paths under `/api/v1/systems`, for programs of the NGO or council that a key belongs to. All of them read. */
export const systemPaths: NonNullable<ZodOpenApiObject['paths']> = {
  '/api/v1/systems/petitions': {
    get: {
      ...byKey(
        'petitions:read',
        read('listSystemPetitions', 'The organisation’s petitions, newest first', systemPetitionList),
      ),
      requestParams: { query: systemPetitionsQuery },
    },
  },
  '/api/v1/systems/petitions/{id}': {
    get: {
      ...byKey('petitions:read', read('getSystemPetition', 'One of them', ownPetition)),
      requestParams: petitionPath,
    },
  },
  '/api/v1/systems/petitions/{id}/notices': {
    get: {
      ...byKey(
        'notices:read',
        read('getSystemNotices', 'Its notices with each attempt to deliver', systemNotices),
      ),
      requestParams: petitionPath,
    },
  },
  '/api/v1/systems/petitions/{id}/dossier.json': {
    get: {
      ...byKey('dossier:read', dossier()),
      requestParams: petitionPath,
    },
  },
}

function dossier(): ZodOpenApiOperationObject {
  const summary = 'Its dossier with the list of signers, as `/api/v1/schemas/dossier.json` describes it'
  const { responses, ...operation } = read('getSystemDossier', summary, z.looseObject({}))
  const underWay = z.object({ written: z.number().int(), total: z.number().int() })
  return {
    ...operation,
    responses: {
      ...responses,
      202: answer('A large one is being written; ask again after `Retry-After`', underWay),
      303: { description: 'A large one is ready at `Location`, for some hours' },
    },
  }
}

function byKey(scope: KeyScope, operation: ZodOpenApiOperationObject): ZodOpenApiOperationObject {
  return { ...operation, security: [{ systemKey: [scope] }] }
}
