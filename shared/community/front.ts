import * as z from 'zod'
import type { Instant } from '../calendar/day'
import { textSchema } from '../http/plain-text'
import { colourFlaws, HEX_COLOUR, type HostColours } from './colours'

/** What an NGO shows of itself on its own page, beside its name and address. */
export interface HostFront {
  /** Grows by one with each change. */
  readonly version: number
  readonly about?: { readonly uk?: string; readonly en?: string }
  /** Its own web site. */
  readonly site?: string
  readonly colours?: HostColours
  readonly logo?: HostLogo
}

/** A picture in the object store; its name changes with its content. */
export interface HostLogo {
  readonly key: string
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** One change of a front: what it was made into, by whom, when. */
export interface FrontChange {
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string }
  readonly fields: readonly FrontField[]
  readonly front: HostFront
}

export const FRONT_FIELDS = ['about', 'site', 'colours', 'logo'] as const
export type FrontField = (typeof FRONT_FIELDS)[number]

export const ABOUT_MAX = 3000

const about = textSchema({ min: 1, max: ABOUT_MAX }).optional()
const colour = z.string().trim().toLowerCase().regex(HEX_COLOUR, 'wrong-format')

/** The form of a front, with empty fields left out. Both colours or neither. */
export const frontForm = z
  .object({
    aboutUk: about,
    aboutEn: about,
    site: z
      .url({ protocol: /^https?$/, error: 'wrong-format' })
      .max(300)
      .optional(),
    background: colour.optional(),
    accent: colour.optional(),
  })
  .check(({ value, issues }) => {
    const missing = (['background', 'accent'] as const).filter((field) => value[field] === undefined)
    if (missing.length !== 1) return
    issues.push({ code: 'custom', input: value, path: [missing[0]!], message: 'required' })
  })
export type FrontForm = z.output<typeof frontForm>

/** The front that a form makes; its logo stays as it is. */
export function frontOf(form: FrontForm, before: HostFront | undefined): HostFront {
  const { aboutUk, aboutEn, site, background, accent } = form
  return {
    version: (before?.version ?? 0) + 1,
    ...((aboutUk || aboutEn) && {
      about: { ...(aboutUk && { uk: aboutUk }), ...(aboutEn && { en: aboutEn }) },
    }),
    ...(site && { site }),
    ...(background && accent && { colours: { background, accent } }),
    ...(before?.logo && { logo: before.logo }),
  }
}

/** The front with another logo, or with none. */
export function withLogo(before: HostFront | undefined, logo: HostLogo | undefined): HostFront {
  const { logo: _old, ...rest } = before ?? { version: 0 }
  return { ...rest, version: rest.version + 1, ...(logo && { logo }) }
}

/** What differs between two fronts. */
export function changedFields(before: HostFront | undefined, now: HostFront): FrontField[] {
  return FRONT_FIELDS.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(now[field]))
}

/** Colours of the front outside the limits. */
export function flawsOf({ colours }: HostFront) {
  return colours ? colourFlaws(colours) : []
}
