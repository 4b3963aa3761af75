import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { LIMITS } from '../../shared/http/limits'
import { LOCALES, type Locale } from '../../shared/locale'
import type { Petition } from '../../shared/petition/petition'
import { isPublic } from '../../shared/petition/project'
import { paths } from '../../web/addresses'
import { SIZES, THEMES } from '../../web/components/embed/snippets'
import { EmbedCodePage, type EmbeddablePetition } from '../../web/pages/embed/code'
import { viewPetition } from '../actions/view-petition'
import { query } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { PagesDeps } from './deps'

const MOST = 20

/** What does not fit is as if it were not there: addresses are shared and typed by hand. */
const embedQuery = z.object({
  q: z.string().trim().max(LIMITS.search.max).catch(''),
  petition: z
    .string()
    .regex(/^[0-9a-z]{1,32}$/)
    .optional()
    .catch(undefined),
  lang: z.enum(LOCALES).optional().catch(undefined),
  theme: z.enum(THEMES).catch('auto'),
  size: z.enum(SIZES).catch('full'),
})

/** Where an NGO finds a petition and takes the code of its widget. */
export function embedPages(app: Hono, deps: PagesDeps): void {
  page(app, paths.embed, {
    async get(c) {
      const locale = localeOfPath(c.req.path)
      const wanted = query(c.req.raw, embedQuery)
      const id = wanted.petition ?? idIn(wanted.q)
      const chosen = id === undefined ? undefined : await found(deps, id)
      if (chosen) return shown(c, deps, locale, wanted, chosen)
      const petitions = await search(deps, wanted.q)
      const { publicUrl } = deps
      return c.html(<EmbedCodePage {...{ locale, publicUrl, q: wanted.q, petitions }} />)
    },
  })
}

function shown(
  c: Context,
  { publicUrl }: PagesDeps,
  locale: Locale,
  { q, lang = locale, theme, size }: z.output<typeof embedQuery>,
  petition: EmbeddablePetition & { readonly signable: boolean },
) {
  const chosen = { petition, lang, theme, size }
  return c.html(<EmbedCodePage {...{ locale, publicUrl, q, petitions: [], chosen }} />)
}

/** The petition's id in what may be the address of one of its pages. */
function idIn(q: string): string | undefined {
  return /\/petitions\/([0-9a-z]{1,32})(?:[/?#]|$)/.exec(q)?.[1] ?? /^[0-9a-z]{10}$/.exec(q)?.[0]
}

async function found(deps: PagesDeps, id: string) {
  const record = await deps.petitions.loadRecord(id)
  if (!record || !isPublic(record.petition)) return undefined
  return (await viewPetition(deps, id)).view
}

async function search({ petitions, communities }: PagesDeps, q: string): Promise<EmbeddablePetition[]> {
  const wanted = q === '' ? { status: 'collecting' as const } : { q: q.replace(/^№\s*/, '') }
  const [{ items }, all] = await Promise.all([
    petitions.published({ limit: MOST, ...wanted }),
    communities.communities(),
  ])
  const inCommunity = ({ id, number, title, communityId }: Petition): EmbeddablePetition[] => {
    const community = all.find((one) => one.id === communityId)
    return community ? [{ id, number, title, community }] : []
  }
  return items.flatMap(inCommunity)
}
