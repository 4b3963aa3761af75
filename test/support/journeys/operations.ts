import type { Site } from './site'

const METHODS = ['get', 'post', 'put', 'delete'] as const
export type Method = (typeof METHODS)[number]

/** One operation of the API as its own document names it. */
export interface Operation {
  readonly path: string
  readonly method: Method
  readonly id: string
  readonly takesBody: boolean
  /** Needs a session. */
  readonly staff: boolean
  /** Needs a system's key. */
  readonly keyed: boolean
}

interface Described {
  readonly operationId: string
  readonly requestBody?: object
  readonly security?: readonly object[]
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Partial<Record<Method, Described>>>>
}

/** Every operation of the OpenAPI document that the site publishes. */
export async function operationsOf(site: Site): Promise<Operation[]> {
  const { paths } = (await site.get('/api/v1/openapi.json')).accepted<Document>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const described = methods[method]
      return described ? [operation(path, method, described)] : []
    }),
  )
}

function operation(path: string, method: Method, described: Described): Operation {
  const { operationId, requestBody, security = [] } = described
  const needs = (scheme: string) => security.some((one) => scheme in one)
  const who = { staff: needs('session'), keyed: needs('systemKey') }
  return { path, method, id: operationId, takesBody: requestBody !== undefined, ...who }
}
