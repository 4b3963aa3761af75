import { DomainError } from '../../shared/problem'

/** What a form's other fields and boundaries may take. */
const BESIDE_BYTES = 8 * 1024

/**
 * The fields and the one file of a form sent as `multipart/form-data`; an empty file where none was chosen.
 * @param most bytes of the file
 * @throws DomainError `unsupported-media-type`, `body-too-large`, `invalid-body`
 */
export async function multipartFile(
  request: Request,
  most: number,
): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly file: Uint8Array }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw new DomainError('unsupported-media-type')
  if (Number(request.headers.get('content-length') ?? 0) > most + BESIDE_BYTES)
    throw new DomainError('body-too-large')
  const body = await request.arrayBuffer()
  if (body.byteLength > most + BESIDE_BYTES) throw new DomainError('body-too-large')
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new DomainError('invalid-body')
  })
  const fields: Record<string, string> = {}
  let file = new Uint8Array()
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value
    else file = new Uint8Array(await value.arrayBuffer())
  }
  return { fields, file }
}
