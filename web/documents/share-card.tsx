import { type Day, daysBetween } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { plural } from '../texts/plural'
import { signaturesIn } from '../texts/speech'
import { type Measure, wrap } from './wrap'

export interface ShareCardProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly today: Day
  /** Width of a bold text in ems. */
  readonly measure: Measure
  /** Whether the typeface has a glyph for a character. */
  readonly draws: (character: string) => boolean
}

const WIDTH = 1200
const HEIGHT = 630
const EDGE = 72
const INNER = WIDTH - 2 * EDGE
/** Room between community and count. */
const TITLE = { top: 200, bottom: 448 }
const MOST_LINES = 4
const SIZES = [64, 56, 50, 46] as const
const LINE_HEIGHT = 1.24
const BAR = { top: 522, height: 22 }

const INK = '#1c1f33'
const SOFT = '#51556f'
const BRAND = '#3d4399'
const TRACK = '#dcdeec'
const HONEY = '#f0b429'
const GOOD = '#1f6b3f'
const BAD = '#a8211d'

/** A petition as a picture (SVG, 1200 × 630): whose, what, how far, what now. */
export function ShareCard(props: ShareCardProps) {
  const { locale, petition } = props
  const community = shownIn(props, petition.community.name[locale])
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      font-family="DejaVu Sans"
    >
      <title>{petition.title}</title>
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      <rect width={WIDTH} height="14" fill={BRAND} />
      <Mark x={EDGE} y={52} size={64} />
      <text x={EDGE + 84} y="97" font-size="36" font-weight="bold" fill={INK}>
        {textsOf(locale).site.name}
      </text>
      <text x={WIDTH - EDGE} y="96" text-anchor="end" font-size="28" fill={SOFT}>
        {textsOf(locale).petition.number(formatNumber(locale, petition.number))}
      </text>
      <text x={EDGE} y="172" font-size="30" fill={SOFT}>
        {wrap(community, INNER / 30, 1, props.measure).join('')}
      </text>
      <Title {...props} />
      <Progress {...props} />
      <Now {...props} />
    </svg>
  )
}

/** The largest size at which the title fits; at the smallest, what goes beyond four lines is left out. */
function Title(props: ShareCardProps) {
  const title = shownIn(props, props.petition.title)
  const room = TITLE.bottom - TITLE.top
  const fitting = SIZES.map((size) => {
    const most = Math.min(MOST_LINES, Math.floor(room / (size * LINE_HEIGHT)))
    return { size, lines: wrap(title, INNER / size, most, props.measure) }
  })
  const { size, lines } = fitting.find(({ lines }) => !lines.at(-1)?.endsWith('…')) ?? fitting.at(-1)!
  return (
    <g font-size={size} font-weight="bold" fill={INK}>
      {lines.map((line, place) => (
        <text x={EDGE} y={Math.round(TITLE.top + size + place * size * LINE_HEIGHT)}>
          {line}
        </text>
      ))}
    </g>
  )
}

function Progress({ locale, petition: { count, threshold } }: ShareCardProps) {
  const t = textsOf(locale).petition
  const share = Math.min(1, count / threshold)
  // A single signature shows, and the last missing one, too.
  const filled = share === 0 ? 0 : share === 1 ? INNER : clamp(share * INNER, BAR.height, INNER - 4)
  return (
    <g>
      <text x={EDGE} y="500" font-size="30" fill={SOFT}>
        <tspan font-size="40" font-weight="bold" fill={INK}>
          {signaturesIn(locale, count)}
        </tspan>{' '}
        {t.neededShort(formatNumber(locale, threshold))}
      </text>
      <rect x={EDGE} y={BAR.top} width={INNER} height={BAR.height} rx={BAR.height / 2} fill={TRACK} />
      {filled > 0 && (
        <rect
          x={EDGE}
          y={BAR.top}
          width={Math.round(filled)}
          height={BAR.height}
          rx={BAR.height / 2}
          fill={share === 1 ? GOOD : BRAND}
        />
      )}
    </g>
  )
}

/** Status, and what a reader would ask next: how long still, or how it ended. */
function Now({ locale, petition, today }: ShareCardProps) {
  const t = textsOf(locale)
  const { outcome, status, signable, closesOn } = petition
  const ending = signable && closesOn ? daysLeftIn(locale, daysBetween(today, closesOn)) : undefined
  const colour = outcome === 'not-supported' ? BAD : outcome === 'supported' ? GOOD : BRAND
  return (
    <text x={EDGE} y="590" font-size="28" fill={SOFT}>
      <tspan font-weight="bold" fill={colour}>
        {outcome ? t.petition.outcomes[outcome] : t.petition.statuses[status]}
      </tspan>
      {ending && ` · ${ending}`}
    </text>
  )
}

function daysLeftIn(locale: Locale, left: number): string {
  const t = textsOf(locale)
  return left <= 0 ? t.petition.lastDay : plural(locale, left, t.site.units.daysLeft)
}

function Mark({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  const scale = size / 40
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} fill={BRAND}>
      {Array.from({ length: 9 }, (_, seat) => {
        const angle = (seat / 9) * 2 * Math.PI - Math.PI / 2
        return (
          <circle
            cx={(20 + 15.5 * Math.cos(angle)).toFixed(1)}
            cy={(20 + 15.5 * Math.sin(angle)).toFixed(1)}
            r="3.4"
          />
        )
      })}
      <circle cx="20" cy="20" r="4.6" fill={HONEY} />
    </g>
  )
}

/** The text without characters that the typeface lacks, such as pictures: a box would say less than nothing. */
function shownIn({ draws }: ShareCardProps, text: string): string {
  return [...text].filter((character) => /\s/.test(character) || draws(character)).join('')
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
