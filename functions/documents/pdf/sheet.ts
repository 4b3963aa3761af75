import PDFDocument from 'pdfkit'
import type { Instant } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { Typeface } from '../typefaces'
import { shortened, withoutControls, withoutMarkup } from './words'

export type Element = PDFKit.PDFStructureElement

export interface SheetOptions {
  readonly typeface: Typeface
  readonly locale: Locale
  readonly title: string
  readonly madeAt: Instant
  /** Stands at the foot of each page. */
  readonly foot: string
  /** Words for a page's number. */
  readonly pageWords: (page: number) => string
}

/** A4 in points: where the text stands. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 539, top: 56, bottom: 770 } as const
export const INNER = PAGE.right - PAGE.left
const FOOT = 796
export const COLOURS = { ink: '#1c1f33', soft: '#51556f', brand: '#3d4399', line: '#cfd1e0' } as const

export interface TextStyle {
  readonly font: 'regular' | 'bold'
  /** Points. */
  readonly size: number
  readonly colour: string
  /** Room below, points. */
  readonly after: number
}
const PLAIN: TextStyle = { font: 'regular', size: 10, colour: COLOURS.ink, after: 4 }

/** A part that the table of contents names. */
export interface Entry {
  readonly title: string
  readonly page: number
  readonly destination: string
}

/** What the library keeps of a document and does not tell (ISO 32000-1, 14.7.4.4, for the structure). */
interface Inside {
  readonly options: { bufferPages?: boolean }
  readonly page: { readonly dictionary: { readonly data: { readonly StructParents?: number } } }
  readonly _fontSize: number
  readonly _font: { readonly name: string; layoutCache: object }
  getStructParentTree(): { get(key: number): object; add(key: number, value: unknown): void }
}

/**
 * A tagged PDF (PDF/UA-1: structure, language, title, alternative texts, outline) as it is written. Everything put on
 * it is part of the structure, or marked as an artifact.
 */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly entries: Entry[] = []
  readonly root: Element
  pages = 0
  readonly #options: SheetOptions

  constructor(options: SheetOptions) {
    this.#options = options
    this.doc = new PDFDocument(documentOptions(options))
    this.doc.registerFont('regular', options.typeface.fonts.regular as unknown as string)
    this.doc.registerFont('bold', options.typeface.fonts.bold as unknown as string)
    this.doc.on('pageAdded', () => this.#furnish())
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  /** A part of the document that begins where the last one ended, with its heading in contents and outline. */
  part(title: string, onNewPage = false): Element {
    if (onNewPage || this.doc.y > PAGE.bottom - 120) this.doc.addPage()
    else if (this.doc.y > PAGE.top) this.doc.y += 20
    const destination = `part-${this.entries.length + 1}`
    const part = this.doc.struct('Sect')
    this.root.add(part)
    this.entries.push({ title, page: this.pages, destination })
    this.doc.addNamedDestination(destination, 'XYZ', 0, this.doc.y - 12, 0)
    this.doc.outline.addItem(withoutControls(title))
    this.put(part, 'H2', title, { font: 'bold', size: 15, after: 8 })
    return part
  }

  heading(parent: Element, text: string): void {
    if (this.doc.y > PAGE.bottom - 60) this.doc.addPage()
    this.doc.y += 4
    this.put(parent, 'H3', text, { font: 'bold', size: 11.5, after: 4 })
  }

  /** A text over the whole width, on as many pages as it needs; each of its lines is a paragraph. */
  prose(parent: Element, text: string, style: Partial<TextStyle> = {}): void {
    for (const paragraph of text.split(/\n+/)) {
      if (paragraph.trim() !== '') this.put(parent, 'P', paragraph, { after: 7, ...style })
    }
  }

  put(parent: Element, type: string, text: string, style: Partial<TextStyle> = {}): void {
    const { font, size, colour, after } = { ...PLAIN, ...style }
    const write = () => {
      this.doc.font(font).fontSize(size).fillColor(colour)
      this.doc.text(this.shown(text), PAGE.left, this.doc.y, { width: INNER, lineGap: size * 0.22 })
    }
    parent.add(this.doc.struct(type as 'P', {}, write))
    this.doc.y += after
  }

  /** Something that carries no meaning, such as a rule. */
  artifact(draw: (doc: PDFKit.PDFDocument) => void, type = 'Layout'): void {
    this.doc.markContent('Artifact', { type } as object)
    draw(this.doc)
    this.doc.endMarkedContent()
  }

  /** The text with a box for each character that the typeface lacks. */
  shown(text: string): string {
    if (COMMON.test(text)) return text
    const { draws } = this.#options.typeface
    const visible = [...text.replace(/[\u200d\ufe0f]/gu, '')]
    return visible.map((character) => (character === '\n' || draws(character) ? character : '□')).join('')
  }

  /** From now on a page, and all before it, leaves as soon as the next begins. */
  stream(): void {
    this.#inside.options.bufferPages = false
  }

  /**
   * Writes down which element each piece of the page belongs to, so that the elements need not be kept until the
   * end. Nothing more of the structure may be put on the page; before `stream` it does nothing.
   */
  letGo(): void {
    const key = this.#inside.page.dictionary.data.StructParents
    if (key === undefined || this.#inside.options.bufferPages) return
    const tree = this.#inside.getStructParentTree()
    const owners = this.doc.ref(tree.get(key)) as unknown as { data: unknown; end(): void }
    tree.add(key, owners)
    owners.end()
    owners.data = null
    // Words that were measured: names and numbers of a long list seldom come again.
    this.#inside._font.layoutCache = Object.create(null)
  }

  /** What was written since the last call. */
  drain(): Uint8Array {
    return (this.doc.read() as Uint8Array | null) ?? new Uint8Array()
  }

  /** Foot and number of a page, drawn as it begins; the text goes on as if nothing had happened. */
  #furnish(): void {
    this.pages++
    const { doc } = this
    const { x, y } = doc
    const { _fontSize: size, _font } = this.#inside
    this.artifact(() => this.#foot(), 'Pagination')
    // By its name: given the font itself, the library would read it anew on each page.
    doc
      .font(_font.name.includes('Bold') ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(COLOURS.ink)
    doc.x = x
    doc.y = y
  }

  #foot(): void {
    const { doc } = this
    const { left, right } = PAGE
    doc
      .moveTo(left, FOOT - 8)
      .lineTo(right, FOOT - 8)
      .lineWidth(0.5)
      .strokeColor(COLOURS.line)
      .stroke()
    doc.font('regular').fontSize(8).fillColor(COLOURS.soft)
    const number = this.#options.pageWords(this.pages)
    const fits = (text: string) => doc.widthOfString(text) <= INNER - 90
    doc.text(shortened(this.shown(this.#options.foot), fits), left, FOOT, { lineBreak: false })
    doc.text(number, right - doc.widthOfString(number), FOOT, { lineBreak: false })
  }

  get #inside(): Inside {
    return this.doc as unknown as Inside
  }
}

/** Ukrainian, English and their punctuation, all of which the typeface has. */
const COMMON = /^[\n\u0020-\u007e\u00a0-\u00bf\u0400-\u045f\u0490\u0491\u2010-\u2022\u2026\u2116]*$/

function documentOptions({ typeface, locale, title, madeAt }: SheetOptions): PDFKit.PDFDocumentOptions {
  const { left, right, top, bottom, width, height } = PAGE
  const made = new Date(madeAt)
  const info = { Creator: 'Viche', Producer: 'Viche', CreationDate: made, ModDate: made }
  return {
    size: 'A4',
    margins: { left, right: width - right, top, bottom: height - bottom },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    lang: locale === 'uk' ? 'uk-UA' : 'en-GB',
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    // Until the table of contents is written.
    bufferPages: true,
    font: typeface.fonts.regular,
    info: { ...info, Title: withoutMarkup(title) },
  } as unknown as PDFKit.PDFDocumentOptions
}
