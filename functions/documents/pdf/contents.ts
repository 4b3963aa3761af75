import { textsOf } from '../../../web/texts'
import type { PartProps } from './part'
import { COLOURS, type Element, type Entry, INNER, PAGE } from './sheet'

const FIRST_LINE = PAGE.top + 36
const LINE = 22

/**
 * Leaves a page for the table of contents.
 * @returns what fills it, to be called once the page of each part is known
 */
export function contents({ sheet, locale }: PartProps): () => void {
  const { doc } = sheet
  doc.addPage()
  const place = doc.bufferedPageRange().count - 1
  const part = doc.struct('TOC')
  sheet.root.add(part)
  return () => {
    const back = doc.bufferedPageRange().count - 1
    const { x, y } = doc
    doc.switchToPage(place)
    part.add(
      doc.struct('Caption', {}, () => {
        doc.font('bold').fontSize(15).fillColor(COLOURS.ink)
        doc.text(textsOf(locale).documents.contents, PAGE.left, PAGE.top, { lineBreak: false })
      }),
    )
    for (const [row, entry] of sheet.entries.entries()) line(doc, part, entry, FIRST_LINE + row * LINE)
    part.end()
    doc.switchToPage(back)
    doc.x = x
    doc.y = y
  }
}

/** A part's title and page; pressing it leads there. */
function line(
  doc: PDFKit.PDFDocument,
  contents: Element,
  { title, page, destination }: Entry,
  y: number,
): void {
  const item = doc.struct('TOCI')
  contents.add(item)
  const link = doc.struct('Link')
  item.add(link)
  const number = String(page)
  link.add(() => {
    doc.font('regular').fontSize(10.5).fillColor(COLOURS.ink)
    doc.text(title, PAGE.left, y, { lineBreak: false })
    doc.text(number, PAGE.right - doc.widthOfString(number), y, { lineBreak: false })
  })
  const spoken = new String(`${title}, ${number}`)
  doc.goTo(PAGE.left, y - 3, INNER, LINE - 4, destination, { structParent: link, Contents: spoken } as object)
  item.end()
}
