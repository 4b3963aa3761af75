import type { Context, Hono } from 'hono'
import { bodyOf, type Draft } from '../../shared/draft/draft'
import { previewOf } from '../../shared/draft/preview'
import { DRAFT_BYTES } from '../../shared/http/limits'
import { submitBody } from '../../shared/http/signing'
import type { Locale } from '../../shared/locale'
import { paths } from '../../web/addresses'
import { SubmitPage, type SubmitPageProps } from '../../web/pages/submit'
import { DraftFile } from '../../web/pages/submit/draft-file'
import { placeOf } from '../actions/run-command'
import { multipartBody } from '../http/body'
import { worded } from '../http/field-errors'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { reportUnforeseen } from '../http/problem'
import type { PagesDeps } from './deps'
import { sentForm } from './submit/form'
import { adviceFor, type Turn, turnOf } from './submit/turn'

type Place = Awaited<ReturnType<typeof placeOf>>

/** Submitting a petition step by step. What was typed travels in the form itself: nothing of it is stored. */
export function submitPages(app: Hono, deps: PagesDeps): void {
  page(app, '/communities/:community/submit/:host', {
    async get(c) {
      const place = await placeFor(c, deps)
      return shown(c, deps, place, {}, { step: 'idea', errors: [], advice: [] })
    },
    async post(c) {
      const place = await placeFor(c, deps)
      const sent = sentForm(await multipartBody(c.req.raw, DRAFT_BYTES))
      if (sent.go === 'file') return asFile(c, deps, place, sent.draft)
      const turn = turnOf(sent)
      if (turn.step === 'similar' && sent.go === 'next' && turn.errors.length === 0) {
        const similar = await similarTo(deps, place, sent.draft)
        const next = { ...turn, ...(similar?.length === 0 && { step: 'author' as const }) }
        return shown(c, deps, place, sent.draft, next, { similar, back: sent.back })
      }
      return shown(c, deps, place, sent.draft, turn, { back: sent.back, unsent: sent.go === 'send' })
    },
  })
}

function placeFor(c: Context, deps: PagesDeps): Promise<Place> {
  const { community = '', host = '' } = c.req.param() as Record<string, string>
  return placeOf(deps.communities, { communityId: community, hostId: host })
}

async function shown(
  c: Context,
  deps: PagesDeps,
  place: Place,
  draft: Draft,
  { step, errors, advice }: Turn,
  more: Partial<Pick<SubmitPageProps, 'similar' | 'back' | 'unsent'>> = {},
): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  const props: SubmitPageProps = {
    ...more,
    ...place,
    locale,
    step,
    draft,
    errors: worded(errors, locale).map(({ field, code, message = code }) => ({ field, code, message })),
    stopped: advice.length > 0,
    advice: errors.length > 0 ? [] : step === 'preview' ? adviceOnAll(draft) : adviceFor(step, draft),
    ...(step === 'similar' && !('similar' in more) && { similar: await similarTo(deps, place, draft) }),
    ...(step === 'preview' && { preview: await previewFor(deps, place, draft, locale) }),
  }
  c.header('cache-control', OWN_BROWSER_ALONE)
  return c.html(<SubmitPage {...props} />, errors.length > 0 ? 400 : 200)
}

/** The browser may show again what it has when its reader goes back: nothing else has what was typed. */
const OWN_BROWSER_ALONE = 'private, no-cache'

function adviceOnAll(draft: Draft) {
  return [...adviceFor('idea', draft), ...adviceFor('text', draft)]
}

/** Undefined where the search does not answer: nobody is held up by it. */
async function similarTo({ similar }: PagesDeps, { community }: Place, { title = '' }: Draft) {
  try {
    return await similar.similarTo({ communityId: community.id, title })
  } catch (error) {
    reportUnforeseen(error)
    return undefined
  }
}

async function previewFor({ communities, clock }: PagesDeps, place: Place, draft: Draft, locale: Locale) {
  const calendar = await communities.calendar()
  const words = submitBody.pick({ title: true, text: true, topic: true, author: true, wantsHearing: true })
  return previewOf(words.parse(withoutNotice(bodyOf(draft))), {
    ...place,
    calendar,
    now: clock.now(),
    locale,
  })
}

/** Without the box that says the notice was read: the preview shows none of it. */
function withoutNotice({ noticeRead: _, ...words }: Record<string, unknown>) {
  return words
}

/** The draft as a file of the author's own: opened on any device, its button goes on here. */
function asFile(c: Context, { publicUrl }: PagesDeps, { community, host }: Place, draft: Draft) {
  const locale = localeOfPath(c.req.path)
  const action = `${publicUrl}${locale === 'en' ? '/en' : ''}${paths.submit(community.id, host.id)}`
  c.header('content-disposition', 'attachment; filename="petition-draft.html"')
  c.header('cache-control', 'no-store')
  return c.html(<DraftFile locale={locale} community={community} action={action} draft={draft} />)
}
