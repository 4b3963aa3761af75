import type { Site } from '../support/journeys/site'

/** A schema of the document, as far as values are made by it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
  readonly security?: readonly Readonly<Record<string, unknown>>[]
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export const GROUPS = ['reads', 'signing', 'submitting', 'staff', 'systems', 'residents'] as const
export type Group = (typeof GROUPS)[number]

/** One operation with all that a request for it is made of, and what its answers have to be. */
export interface Target {
  readonly id: string
  readonly group: Group
  readonly method: string
  readonly path: string
  readonly query: readonly { readonly name: string; readonly schema: Schema }[]
  readonly body?: Schema
  /** By status; `default` is a problem. */
  readonly answers: Described['responses']
  /** A page takes forms and answers with HTML. */
  readonly page: boolean
}

/** Every operation of the document that a stack publishes, and the document itself. */
export async function readDocument(site: Site): Promise<{ document: OpenApi; targets: readonly Target[] }> {
  const document = (await site.get('/api/v1/openapi.json')).accepted<OpenApi>()
  const targets = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => targetOf(path, method, described)),
  )
  return { document, targets: [...targets, ...RESIDENTS] }
}

function targetOf(path: string, method: string, described: Described): Target {
  const { operationId: id, parameters = [], requestBody, responses: answers } = described
  const body = requestBody && Object.values(requestBody.content)[0]?.schema
  const query = parameters.filter((one) => one.in === 'query')
  const group = groupOf(path, id)
  return { id, group, method: method.toUpperCase(), path, query, answers, page: false, ...(body && { body }) }
}

function groupOf(path: string, id: string): Group {
  if (path.startsWith('/api/v1/staff')) return 'staff'
  if (path.startsWith('/api/v1/systems')) return 'systems'
  if (/^(submitPetition|confirmPetition)$/.test(id)) return 'submitting'
  return /signature|receipt|challenge/i.test(id) ? 'signing' : 'reads'
}

const FORM: Schema = {
  type: 'object',
  properties: Object.fromEntries(
    ['email', 'token', 'csrf', 'petition', 'do', 'signature'].map((name) => [name, { type: 'string' }]),
  ),
}

/** Residents' own pages are no part of the document: forms of any fields, answered by pages. */
const RESIDENTS: readonly Target[] = [
  '/me',
  '/me/{id}',
  '/identity/{id}',
  '/identity/{id}/{id}',
  '/en/me',
  '/en/identity/{id}',
].flatMap((path) =>
  ['GET', 'POST'].map((method) => ({
    ...{ id: `${method} ${path}`, group: 'residents' as const, method, path, answers: {}, page: true },
    query: ['token', 'code', 'state', 'petition', 'error'].map((name) => ({ name, schema: {} })),
    ...(method === 'POST' && { body: FORM }),
  })),
)
