import type { Topic } from '../petition/topic'

/** What an author fills in, by the names that the API knows; a dot leads into `author`. */
export const DRAFT_FIELDS = [
  'title',
  'topic',
  'text',
  'wantsHearing',
  'author.surname',
  'author.givenName',
  'author.patronymic',
  'author.email',
  'noticeRead',
] as const
export type DraftField = (typeof DRAFT_FIELDS)[number]

/** A petition while it is being written: every field as typed, ticked boxes as `on`. It is stored nowhere. */
export type Draft = Readonly<Partial<Record<DraftField, string>>>

/** Boxes to tick. */
const BOXES: readonly DraftField[] = ['wantsHearing', 'noticeRead']

/** Fields about the author, whom a shared device should not give away. */
export const AUTHOR_FIELDS: readonly DraftField[] = DRAFT_FIELDS.filter((field) =>
  field.startsWith('author.'),
)

/** The draft among the fields of a form. */
export function draftIn(form: Readonly<Record<string, string>>): Draft {
  const filled = DRAFT_FIELDS.map((field) => [field, form[field] ?? ''] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

/** The draft as the body that the API takes: blank fields are left out, boxes are true. */
export function bodyOf(draft: Draft): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of DRAFT_FIELDS) {
    const value = draft[field]?.trim() ?? ''
    if (value === '') continue
    const [parent = '', child] = field.split('.')
    const put = BOXES.includes(field) ? true : value
    body[parent] = child === undefined ? put : { ...(body[parent] as object), [child]: put }
  }
  return body
}

/** The words of a petition that another may begin with. */
interface Words {
  readonly title: string
  readonly text: string
  readonly topic?: Topic | undefined
  readonly wantsHearing: boolean
}

/** A draft that begins with the words of an earlier petition of the same author, e.g. one that was refused. */
export function draftOf({ title, topic, text, wantsHearing }: Words): Draft {
  return { title, text, ...(topic && { topic }), ...(wantsHearing && { wantsHearing: 'on' }) }
}
