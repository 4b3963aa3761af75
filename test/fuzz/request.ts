import * as fc from 'fast-check'
import type { Body } from '../support/journeys/wrong-bodies'
import type { Target } from './document'
import { hostileText, jsonOf, type Values } from './values'

export interface FuzzRequest {
  readonly target: Target
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Who may come: headers by name; `nobody` has none. */
export type Callers = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Requests for one operation: mostly of its form, in every part of it now and then something else. */
export function requestsFor(
  target: Target,
  values: Values,
  callers: Callers,
  sound: Body | undefined,
): fc.Arbitrary<FuzzRequest> {
  const caller = fc.constantFrom(...Object.values(callers))
  return fc
    .record({
      method: usually(target.method, 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
      path: pathOf(target, values),
      query: queryOf(target, values),
      body: target.body || target.method === 'POST' ? bodyOf(target, values, sound) : fc.constant(undefined),
      type: typeOf(target),
      caller,
      extra: fc.option(fc.constantFrom(...HEADERS), { freq: 5 }),
    })
    .map(({ method, path, query, body, type, caller, extra }) => ({
      ...{ target, method, path: `${path}${query}`.slice(0, LONGEST_ADDRESS) },
      headers: { ...(body !== undefined && { 'content-type': type }), ...caller, ...extra },
      ...(body !== undefined && method !== 'GET' && method !== 'HEAD' && { body }),
    }))
}

/** Beyond 16 KB of address and headers the server's own parser refuses, before any of the product. */
const LONGEST_ADDRESS = 8000

const FORM = 'application/x-www-form-urlencoded'
const OTHER_TYPES = [
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'x',
]
const TYPES_OF = {
  api: ['application/json', [FORM, ...OTHER_TYPES]],
  page: [FORM, ['application/json', ...OTHER_TYPES]],
} as const

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'accept-language': 'en' },
  { 'accept-language': `${'x-'.repeat(2000)};q=0.1` },
  { accept: 'text/html' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { 'x-forwarded-for': '::ffff:999.1.1.1, 10.0.0.1' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
  { 'user-agent': 'x'.repeat(4000) },
  { cookie: `viche_session=${'A'.repeat(3000)}; viche_session=x; __proto__=1` },
  { 'if-none-match': '*', range: 'bytes=0-1,-1' },
]

function typeOf({ page }: Target): fc.Arbitrary<string> {
  const [own, others] = TYPES_OF[page ? 'page' : 'api']
  return usually(own, ...others)
}

function usually(first: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constant(first), weight: 24 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  )
}

function pathOf({ path }: Target, values: Values): fc.Arbitrary<string> {
  const parts = path.split('/')
  return fc
    .tuple(
      fc.tuple(
        ...parts.map((part) => (part.startsWith('{') ? values.name().map(segment) : fc.constant(part))),
      ),
      fc.constantFrom('', '', '', '', '', '', '', '', '', '', '', '/', '//', '/..', '/.%2e/x', ';a=b'),
    )
    .map(([made, tail]) => made.join('/') + tail)
}

/** Text as a part of an address; half characters become what every client makes of them. */
function segment(text: string): string {
  return encodeURIComponent(text.slice(0, 2000).toWellFormed())
}

function queryOf({ query }: Target, values: Values): fc.Arbitrary<string> {
  const known = query.map(({ name, schema }) =>
    fc.option(
      values
        .of(schema)
        .map((value) => `${name}=${segment(typeof value === 'string' ? value : jsonOf(value))}`),
      { freq: 3 },
    ),
  )
  const flood = fc.oneof(
    { arbitrary: fc.constant(''), weight: 30 },
    { arbitrary: hostileText.map((text) => `${segment(text).slice(0, 200)}=${segment(text)}`), weight: 2 },
    { arbitrary: fc.constant('q=1&'.repeat(300)), weight: 1 },
    { arbitrary: fc.constant('%=%&%ff=%c0%80&[]=1&__proto__[x]=1'), weight: 1 },
  )
  return fc.tuple(fc.tuple(...known), flood).map(([parts, more]) => {
    const all = [...parts, more].filter((part) => part).join('&')
    return all === '' ? '' : `?${all.slice(0, 12_000)}`
  })
}

function bodyOf({ body = {}, page }: Target, values: Values, sound: Body | undefined): fc.Arbitrary<string> {
  const made = values.of(body)
  if (page)
    return fc.oneof(
      made.map(formOf),
      hostileText.map((text) => text.toWellFormed()),
    )
  const changed = sound
    ? fc
        .tuple(fc.constant(sound), fc.constantFrom(...Object.keys(sound), 'admin'), hostileText, fc.boolean())
        .map(([whole, field, text, keep]) => (keep ? whole : { ...whole, [field]: text }))
    : made
  return fc.oneof(
    { arbitrary: made.map(jsonOf), weight: 10 },
    { arbitrary: changed.map(jsonOf), weight: 8 },
    { arbitrary: fc.constantFrom(...BROKEN), weight: 1 },
    { arbitrary: made.map((value) => jsonOf(value).slice(0, -1)), weight: 1 },
  )
}

const BROKEN: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '{}{}',
  '\ufeff{}',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '\u0000',
  `{"token":"${'x'.repeat(300_000)}"}`,
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
]

function formOf(value: unknown): string {
  const fields = Object.entries(Object(value)).map(([name, one]) => [
    name,
    String(one).slice(0, 5000).toWellFormed(),
  ])
  return new URLSearchParams(fields).toString()
}
