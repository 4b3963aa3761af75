import { expect, test } from 'vitest'
import { openApiDocument } from '../../../shared/http/openapi'
import { STAFF_ACTIONS } from '../../../shared/http/staff-actions'

const document = openApiDocument('https://petitions.example')

test('the document is OpenAPI 3.1 and survives JSON', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  expect(document.servers).toEqual([{ url: 'https://petitions.example' }])
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(10)
  for (const [, name] of references) expect(Object.keys(document.components?.schemas ?? {})).toContain(name)
})

test('every staff action is described, with the session it needs', () => {
  for (const action of STAFF_ACTIONS) {
    const operation = document.paths?.[`/api/v1/staff/petitions/{id}/${action}`]?.post
    expect(operation?.requestBody).toBeDefined()
    expect(operation?.security).toEqual([{ session: [] }])
  }
})

test('bodies are described as strict, with their lengths', () => {
  const schemas = document.components?.schemas as Record<
    string,
    { additionalProperties?: boolean; required?: string[]; properties: Record<string, object> }
  >
  expect(schemas.SignRequest).toMatchObject({
    additionalProperties: false,
    required: ['person', 'email', 'noticeRead', 'altcha'],
  })
  expect(schemas.SubmitRequest?.properties.title).toMatchObject({ minLength: 5, maxLength: 200 })
})

test('operations have names of their own', () => {
  const operations = Object.values(document.paths ?? {}).flatMap((path) => [path.get, path.post])
  const ids = operations.flatMap((operation) => operation?.operationId ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})
