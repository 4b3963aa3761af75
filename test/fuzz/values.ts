import * as fc from 'fast-check'
import type { OpenApi, Schema } from './document'

/** Text that has hurt others: by its length, its direction, half a character, another language's syntax. */
export const HOSTILE_TEXT: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff\ud83d',
  '\u202egnol\u202c',
  '\ufeff',
  '\u200b\u200d',
  'Z\u0335\u0321a\u0334\u0321'.repeat(40),
  "' OR 1=1;--",
  '"; DROP TABLE viche; --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}#{7*7}',
  'a\r\nSet-Cookie: viche_session=x',
  '../../../../etc/passwd',
  '..%2f..%2fstaging',
  '%00',
  '%',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '-1',
  '0',
  '1e309',
  'NaN',
  '9007199254740993',
  'true',
  'null',
  '[object Object]',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  '0000-00-00',
  'a@b',
  'a@example.org\nBcc: all@example.org',
  `${'a'.repeat(300)}@example.org`,
  'http://169.254.169.254/latest/meta-data',
  'javascript:alert(1)',
  'eyJhbGciOiJub25lIn0.e30.',
  'viche_AAAA_BBBB',
  'я'.repeat(2000),
  'x'.repeat(70_000),
]

export const hostileText = fc.oneof(
  { arbitrary: fc.constantFrom(...HOSTILE_TEXT), weight: 6 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }), weight: 2 },
)

const deep = fc
  .tuple(
    fc.integer({ min: 1, max: 3000 }),
    fc.constantFrom<readonly ['[' | '{"a":', ']' | '}']>(['[', ']'], ['{"a":', '}']),
  )
  .map(([depth, [open, close]]) => new Raw(`${open.repeat(depth)}1${close.repeat(depth)}`))

/** Stands for JSON text that no value of this process could be, or that would cost too much to make. */
export class Raw {
  constructor(readonly text: string) {}
}

/** Whatever does not belong there. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 2 ** 53 + 1, 0.1, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constant({ __proto__: { admin: true }, constructor: { prototype: { admin: true } } }),
  deep,
)

/** Makes values that a schema describes, and now and then, at any depth, something else. */
export class Values {
  readonly #document: OpenApi
  readonly #known: readonly string[]

  /** @param known ids, tokens and addresses that mean something to the stack */
  constructor(document: OpenApi, known: readonly string[]) {
    this.#document = document
    this.#known = known
  }

  of(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
    return fc.oneof(
      { arbitrary: this.#sound(schema, depth), weight: 14 },
      { arbitrary: hostileValue, weight: 1 },
    )
  }

  /** Something of the stack's own, or nonsense in its place. */
  name(): fc.Arbitrary<string> {
    return fc.oneof(
      { arbitrary: fc.constantFrom(...this.#known), weight: 6 },
      { arbitrary: fc.constantFrom(...this.#known).chain(mutated), weight: 2 },
      { arbitrary: hostileText, weight: 2 },
    )
  }

  #sound(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const { $ref, anyOf, oneOf, allOf } = schema
    if (depth > 6) return fc.constant(null)
    if ($ref) return this.#sound(this.#document.components.schemas[$ref.split('/').at(-1)!] ?? {}, depth + 1)
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const either = anyOf ?? oneOf
    if (either) return fc.oneof(...either.map((one) => this.#sound(one, depth + 1)))
    if (allOf) return this.#sound(Object.assign({}, ...allOf) as Schema, depth + 1)
    return this.#typed(schema, depth)
  }

  #typed(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const { type, properties = {}, required = [], items = {} } = schema
    switch (Array.isArray(type) ? type[0] : type) {
      case 'object': {
        const fields = Object.entries(properties).map(([name, one]) => [name, this.of(one, depth + 1)])
        const shape: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields)
        const requiredKeys = required.filter((name) => name in shape)
        return fc.oneof(
          { arbitrary: fc.record(shape, { requiredKeys }), weight: 12 },
          { arbitrary: fc.record(shape, { requiredKeys: [] }), weight: 1 },
        )
      }
      case 'array':
        return fc.array(this.of(items, depth + 1), { maxLength: 4 })
      case 'boolean':
        return fc.boolean()
      case 'integer':
        return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1e6, 2 ** 31) })
      case 'number':
        return fc.double({ noNaN: true })
      default:
        return this.#text(schema)
    }
  }

  #text({ format, maxLength }: Schema): fc.Arbitrary<string> {
    if (format === 'date') return fc.constantFrom('2026-12-01', '2027-03-01', '2020-01-01')
    if (format === 'date-time') return fc.constantFrom('2026-12-01T10:00:00Z', '2020-01-01T00:00:00.000Z')
    if (format === 'email')
      return fc.constantFrom('natalka@example.org', 'a+b@example.com', 'x@mailinator.com')
    if (format === 'uri') return fc.constantFrom('https://malva.example/hearing', 'http://[::1]/')
    const words = [
      'Наталка',
      'Полтавка',
      'Просимо поставити лавки вздовж алеї біля школи.',
      'П-17',
      'uk',
      '17, 20-25',
    ]
    return fc.oneof(
      fc.constantFrom(...words),
      this.name(),
      fc.string({ maxLength: Math.min(maxLength ?? 80, 200) }),
    )
  }
}

/** One character changed, cut off or doubled: an id of its kind that is none. */
function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(Math.max(0, text.length - 1)), fc.constantFrom('cut', 'swap', 'double', 'case'))
    .map(([at, how]) => {
      if (how === 'cut') return text.slice(0, at)
      if (how === 'double') return text + text
      if (how === 'case') return text.toUpperCase()
      return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
    })
}

/** A value as JSON; what is raw stays as it is. */
export function jsonOf(value: unknown): string {
  const raw: string[] = []
  const text = JSON.stringify(value, (_, one) =>
    one instanceof Raw ? `\u0001${raw.push(one.text) - 1}\u0001` : one,
  )
  return (text ?? 'null').replace(/"\\u0001(\d+)\\u0001"/g, (_, n) => raw[Number(n)] ?? 'null')
}
