import { addDays, type Day, daysBetween } from '../../../shared/calendar/day'
import type { DayCounts } from '../../../shared/log/days'
import { COLOURS, type Element, INNER, PAGE, type Sheet } from './sheet'

interface ChartWords {
  /** Stands for the picture. */
  readonly alt: string
  readonly day: (day: Day) => string
  readonly number: (n: number) => string
}

const HEIGHT = 130
/** Room for the number at the top and the days below. */
const ABOVE = 14
const BELOW = 16
const BAR_SHARE = 0.8
const WIDEST_BAR = 40

/** Signatures a day as bars, from the first day to the last, each with at least one; days without stay empty. */
export function drawChart(
  sheet: Sheet,
  parent: Element,
  days: readonly DayCounts[],
  words: ChartWords,
): void {
  const { doc } = sheet
  const total = ABOVE + HEIGHT + BELOW
  if (doc.y > PAGE.bottom - total) doc.addPage()
  const top = doc.y + ABOVE
  const options = { alt: words.alt, bbox: [PAGE.left, doc.y, PAGE.right, doc.y + total], placement: 'Block' }
  const draw = () => {
    drawBars(doc, days, top)
    drawLabels(doc, days, words, top)
  }
  parent.add(doc.struct('Figure', options as object, draw))
  doc.x = PAGE.left
  doc.y = top + HEIGHT + BELOW + 8
}

function drawBars(doc: PDFKit.PDFDocument, days: readonly DayCounts[], top: number): void {
  const [first, most, base] = [days[0]!.day, highest(days), top + HEIGHT]
  const step = INNER / (daysBetween(first, days.at(-1)!.day) + 1)
  const width = Math.min(WIDEST_BAR, step * BAR_SHARE)
  doc.lineWidth(0.5).strokeColor(COLOURS.line)
  for (const y of [top, base]) doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke()
  for (const { day, signed } of days) {
    const height = Math.max(1, (HEIGHT * signed) / most)
    const x = PAGE.left + step * daysBetween(first, day) + (step - width) / 2
    doc.rect(x, base - height, width, height)
  }
  doc.fill(COLOURS.brand)
}

function drawLabels(
  doc: PDFKit.PDFDocument,
  days: readonly DayCounts[],
  { day, number }: ChartWords,
  top: number,
): void {
  const [first, last, below] = [days[0]!.day, days.at(-1)!.day, top + HEIGHT + 4]
  const middle = addDays(first, Math.floor(daysBetween(first, last) / 2))
  const put = (text: string, at: number, y: number) =>
    doc.text(text, PAGE.left + at * (INNER - doc.widthOfString(text)), y, { lineBreak: false })
  doc.font('regular').fontSize(8).fillColor(COLOURS.soft)
  put(number(highest(days)), 0, top - 11)
  put(day(first), first === last ? 0.5 : 0, below)
  if (first === last) return
  put(day(last), 1, below)
  if (middle !== first) put(day(middle), 0.5, below)
}

function highest(days: readonly DayCounts[]): number {
  return Math.max(...days.map(({ signed }) => signed))
}
