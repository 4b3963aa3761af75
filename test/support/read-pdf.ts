import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

/** A PDF as a reader's program sees it. */
export interface ReadPdf {
  readonly pages: readonly string[]
  readonly text: string
  readonly outline: readonly string[]
  readonly lang: string | undefined
  readonly title: string | undefined
  readonly marked: boolean
  readonly displaysTitle: boolean
  /** Roles of the structure on each page, in reading order. */
  readonly roles: readonly (readonly string[])[]
  readonly alts: readonly string[]
  readonly metadata: string
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const metadata = Buffer.from(bytes).toString('latin1')
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const { info } = await pdf.getMetadata()
  const known = info as { Language?: string; Title?: string }
  const pages: string[] = []
  const trees: Node[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    trees.push((await page.getStructTree()) as Node)
  }
  const all = trees.map(nodesOf)
  const preferences = await pdf.getViewerPreferences()
  const read = {
    pages,
    text: pages.join('\n'),
    outline: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
    lang: known.Language,
    title: known.Title,
    marked: (await pdf.getMarkInfo())?.Marked ?? false,
    displaysTitle: (preferences as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle ?? false,
    roles: all.map((nodes) => nodes.flatMap(({ role }) => role ?? [])),
    alts: all.flat().flatMap(({ alt }) => alt ?? []),
    metadata,
  }
  await loading.destroy()
  return read
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)]
}
