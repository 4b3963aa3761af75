/** A form as it stands in a page. */
export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  /** What its hidden inputs and those filled in by the page hold. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The form that a button with these words sends.
 * @throws Error where the page has no such button
 */
export function formWith(html: string, button: string): Form {
  for (const [, attributes = '', content = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
    const buttons = [...content.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, words]) => words?.trim())
    if (!buttons.includes(button)) continue
    const method = attribute(attributes, 'method') === 'post' ? 'post' : 'get'
    return { action: attribute(attributes, 'action') ?? '', method, fields: fieldsOf(content) }
  }
  throw new Error(`no button «${button}» on: ${textOf(html).slice(0, 300)}`)
}

/** What a reader sees of a page, its white space as one space. */
export function textOf(html: string): string {
  const body = html.replace(/<(head|style|script)\b.*?<\/\1>/gs, ' ')
  return decoded(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
}

function fieldsOf(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const named = inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')])
  return Object.fromEntries(named.filter(([name, value]) => name !== undefined && value !== undefined))
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : decoded(value)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}
