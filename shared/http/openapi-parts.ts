import type * as z from 'zod'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { problemView } from './views'

export function answer(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } }
}

export function problem(description = 'What is wrong') {
  return { description, content: { 'application/problem+json': { schema: problemView } } }
}

export function read(operationId: string, summary: string, schema: z.ZodType): ZodOpenApiOperationObject {
  return { operationId, summary, responses: { 200: answer(summary, schema), default: problem() } }
}

export function write(
  operationId: string,
  summary: string,
  body: z.ZodType,
  responses: ZodOpenApiOperationObject['responses'],
): ZodOpenApiOperationObject {
  return {
    operationId,
    summary,
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: { ...responses, default: problem() },
  }
}
