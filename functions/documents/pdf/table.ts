import { COLOURS, type Element, INNER, PAGE, type Sheet } from './sheet'

export interface Column {
  readonly title: string
  /** Share of the width; all of a table's add up to 1. */
  readonly share: number
}

export interface TableOptions {
  readonly columns: readonly Column[]
  /** Place of the column that names its row. */
  readonly rowHeader?: number
  /** Points. */
  readonly size?: number
  /** Lines between rows. */
  readonly rules?: boolean
}

const PADDING = 3
const GAP = 8
/** The least that a page must have left for a table to begin on it. */
const LEAST = 80

/**
 * A table that goes on over pages. On each page it is a table of its own with the header as its first row, so that
 * who hears any page knows what a cell is, and nothing of a page is kept once it is full.
 */
export class Table {
  readonly #sheet: Sheet
  readonly #parent: Element
  readonly #options: Required<TableOptions>
  #element: Element | undefined

  constructor(sheet: Sheet, parent: Element, options: TableOptions) {
    this.#sheet = sheet
    this.#parent = parent
    this.#options = { rowHeader: 0, size: 9, rules: true, ...options }
    if (sheet.doc.y > PAGE.bottom - LEAST) sheet.doc.addPage()
  }

  row(cells: readonly string[]): void {
    const shown = cells.map((cell) => this.#sheet.shown(cell))
    if (!this.#element) this.#begin()
    this.#plain()
    let height = this.#heightOf(shown)
    if (this.#sheet.doc.y + height > PAGE.bottom) {
      this.#endPage()
      this.#sheet.doc.addPage()
      this.#begin()
      this.#plain()
      height = this.#heightOf(shown)
    }
    this.#write(shown, (place) => (place === this.#options.rowHeader ? 'Row' : undefined), height)
    if (this.#options.rules) this.#rule(0.4)
  }

  end(): void {
    this.#endPage()
    this.#sheet.doc.y += 8
  }

  #plain(): void {
    this.#sheet.doc.font('regular').fontSize(this.#options.size)
  }

  #begin(): void {
    this.#element = this.#sheet.doc.struct('Table')
    this.#parent.add(this.#element)
    const titles = this.#options.columns.map(({ title }) => title)
    this.#sheet.doc.font('bold').fontSize(this.#options.size).fillColor(COLOURS.ink)
    this.#write(titles, () => 'Column', this.#heightOf(titles))
    this.#rule(1)
  }

  #write(cells: readonly string[], scopeOf: (place: number) => string | undefined, height: number): void {
    const { doc } = this.#sheet
    const row = doc.struct('TR')
    this.#element!.add(row)
    const top = doc.y
    let left: number = PAGE.left
    for (const [place, cell] of cells.entries()) {
      const [scope, x, width] = [scopeOf(place), left, this.#widthOf(place)]
      const draw = () => {
        const options = this.#isOneLine(cell, width) ? { lineBreak: false } : { width }
        doc.text(cell, x, top + PADDING, options)
      }
      row.add(doc.struct(scope ? 'TH' : 'TD', (scope ? { scope } : {}) as object, draw))
      left += width + GAP
    }
    doc.y = top + height
    doc.x = PAGE.left
  }

  #rule(width: number): void {
    this.#sheet.artifact((doc) => {
      doc.moveTo(PAGE.left, doc.y).lineTo(PAGE.right, doc.y)
      doc.lineWidth(width).strokeColor(COLOURS.line).stroke()
    })
  }

  #heightOf(cells: readonly string[]): number {
    const { doc } = this.#sheet
    const heights = cells.map((cell, place) => {
      const width = this.#widthOf(place)
      return this.#isOneLine(cell, width) ? doc.currentLineHeight(true) : doc.heightOfString(cell, { width })
    })
    return Math.max(...heights) + 2 * PADDING
  }

  #isOneLine(cell: string, width: number): boolean {
    return !cell.includes('\n') && this.#sheet.doc.widthOfString(cell) <= width
  }

  #widthOf(place: number): number {
    const { columns } = this.#options
    return (INNER - GAP * (columns.length - 1)) * columns[place]!.share
  }

  #endPage(): void {
    this.#element?.end()
    this.#element = undefined
    this.#sheet.letGo()
  }
}
