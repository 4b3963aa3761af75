import { Hono } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import * as z from 'zod'
import { localProblem } from './local-problem'
import type { Mailbox } from './mailbox'
import { MailboxList, MailPage, mailboxStyles } from './mailbox-page'

const id = z.coerce.number().int().min(0)
const query = z.object({
  to: z.string().optional(),
  after: id.optional(),
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
})
const outageBody = z.strictObject({ on: z.boolean() })

const PAGE_ROWS = 100
const ALL_ROWS = 1000

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/** A mail's own styles are inline; nothing of it may run, load or leave its frame. */
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

export interface MailboxRoutes {
  readonly mailbox: Mailbox
  readonly outage: (on: boolean) => void
}

/** The mails the stack has sent: JSON for programs, pages for people, and a switch to play a server in trouble. */
export function mailboxRoutes({ mailbox, outage }: MailboxRoutes): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', PAGE_POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
  })
  app.get('/', async (c) => {
    const parsed = query.safeParse(c.req.query())
    if (!parsed.success) return localProblem(c, 400, 'invalid-query', z.prettifyError(parsed.error))
    const { to, after, cursor: before, limit } = parsed.data
    const json = wantsJson(c.req.header('accept'))
    const page = await mailbox.list({
      to: to || undefined,
      after,
      before,
      limit: limit ?? (json ? ALL_ROWS : PAGE_ROWS),
    })
    return json ? c.json(page) : c.html(<MailboxList page={page} to={to ?? ''} />)
  })
  app.put('/outage', async (c) => {
    const parsed = outageBody.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return localProblem(c, 400, 'invalid-body', 'Expected {"on": true or false}.')
    outage(parsed.data.on)
    return c.json(parsed.data)
  })
  app.get('/style.css', (c) => c.body(mailboxStyles, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/:id{[0-9]+}', async (c) => {
    const mail = await mailbox.get(Number(c.req.param('id')))
    if (!mail) return localProblem(c, 404, 'not-found', 'No such mail.')
    return wantsJson(c.req.header('accept')) ? c.json(mail) : c.html(<MailPage mail={mail} />)
  })
  app.get('/:id{[0-9]+}/html', async (c) => {
    const mail = await mailbox.get(Number(c.req.param('id')))
    if (!mail) return localProblem(c, 404, 'not-found', 'No such mail.')
    return c.html(mail.html, 200, { 'content-security-policy': MAIL_POLICY })
  })
  app.get('/:id{[0-9]+}/files/:place{[0-9]+}', async (c) => {
    const mail = await mailbox.get(Number(c.req.param('id')))
    const file = mail?.attachments?.[Number(c.req.param('place'))]
    if (!file) return localProblem(c, 404, 'not-found', 'No such file.')
    return c.body(file.text, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
  return app
}

/** A program names JSON; a browser names HTML and everything. */
function wantsJson(accept: string | undefined): boolean {
  const types = parseAccept(accept ?? '').map(({ type }) => type)
  return types.includes('application/json') && !types.includes('text/html')
}
