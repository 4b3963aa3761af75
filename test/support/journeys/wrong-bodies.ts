type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json }
export type Body = { readonly [field: string]: Json }

/** A body that something is wrong with, and a word on what. */
export interface WrongBody {
  readonly what: string
  readonly body: string
}

/** Bodies that are none, whatever is asked for. */
export const NO_BODIES: readonly WrongBody[] = [
  ['nothing', ''],
  ['broken JSON', '{"a":'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a word', '"x"'],
  ['a number', '7'],
  ['two objects', '{}{}'],
  ['a deep nest', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['a megabyte', JSON.stringify({ token: 'x'.repeat(1_000_000) })],
  ['bytes that are no text', '\ud800'],
].map(([what = '', body = '']) => ({ what, body }))

/** Every field of a sound body, in turn missing, of a wrong type, or with something in it that no text may hold. */
export function wrongBodies(sound: Body, optional: readonly string[]): WrongBody[] {
  const unknown = { what: 'an unknown field', body: JSON.stringify({ ...sound, admin: true }) }
  const prototype = {
    what: 'a field into the prototype',
    body: `{"__proto__":{},${JSON.stringify(sound).slice(1)}`,
  }
  const ofFields = pathsOf(sound).flatMap((path) => {
    const value = valueAt(sound, path)
    const name = path.join('.')
    const changed = wrongValues(value).map(([what, wrong]) => [
      `${name}: ${what}`,
      withValue(sound, path, wrong),
    ])
    const missing = optional.includes(name) ? [] : [[`${name}: missing`, withValue(sound, path, undefined)]]
    return [...changed, ...missing] as [string, Body][]
  })
  return [
    unknown,
    ...(Object.keys(sound).length > 0 ? [prototype] : []),
    ...ofFields.map(([what, body]) => ({ what, body: JSON.stringify(body) })),
  ]
}

function wrongValues(value: Json): [string, Json][] {
  const types: [string, Json][] = [
    ['null', null],
    ['a number', 7],
    ['a list of one', [value]],
    ...(Array.isArray(value) ? [] : ([['a list', []]] as [string, Json][])),
  ]
  if (typeof value === 'object') return [...types, ['a word', 'x']]
  const object: [string, Json] = ['an object', { value }]
  if (typeof value !== 'string') return [...types, object, ['a word', 'true']]
  return [
    ...types,
    object,
    ['true', true],
    ['empty', ''],
    ['spaces', '   '],
    ['a control character', `${value}\u0000x`],
    ['a bidirectional override', `\u202e${value}`],
    ['half a surrogate pair', `${value}\ud800`],
    ['a hundred thousand characters', value.padEnd(100_000, 'я')],
  ]
}

function pathsOf(body: Body, above: readonly string[] = []): string[][] {
  return Object.entries(body).flatMap(([field, value]) => {
    const path = [...above, field]
    const below = typeof value === 'object' && value !== null && !Array.isArray(value)
    return below ? [path, ...pathsOf(value as Body, path)] : [path]
  })
}

function valueAt(body: Body, path: readonly string[]): Json {
  return path.reduce<Json>((value, field) => (value as Body)[field] ?? null, body)
}

/** A copy with another value at a path; without the field for undefined. */
function withValue(body: Body, [field = '', ...rest]: readonly string[], value: Json | undefined): Body {
  const { [field]: present, ...others } = body
  if (rest.length > 0) return { ...body, [field]: withValue(present as Body, rest, value) }
  return value === undefined ? others : { ...body, [field]: value }
}
