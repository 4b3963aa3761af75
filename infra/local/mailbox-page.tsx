import { raw } from 'hono/html'
import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { MailboxItem, MailboxPage } from './mailbox'

/** A page of the machine itself. */
export const LocalFrame: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="uk">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/__local/mailbox/style.css" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  </>
)

/** All mails, newest first. */
export const MailboxList: FC<{ page: MailboxPage; to: string }> = ({ page: { items, nextCursor }, to }) => (
  <LocalFrame title="Поштова скринька — Mailbox">
    <h1>
      Поштова скринька <small lang="en">Mailbox</small>
    </h1>
    <form method="get" action="/__local/mailbox">
      <label for="to">Кому / To</label>
      <input id="to" name="to" type="search" value={to} />
      <button type="submit">Показати / Show</button>
    </form>
    {items.length === 0 ? (
      <p>Листів немає. / No mails.</p>
    ) : (
      <ul>
        {items.map((mail) => (
          <li>
            <a href={`/__local/mailbox/${mail.id}`}>{mail.subject || '—'}</a>
            <span>
              {mail.to} · <Moment at={mail.receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    )}
    {nextCursor && (
      <a href={`/__local/mailbox?${new URLSearchParams({ to, cursor: nextCursor })}`}>Давніші / Older</a>
    )}
  </LocalFrame>
)

/** One mail: its text with links that work, and its HTML shut in a frame. */
export const MailPage: FC<{ mail: MailboxItem }> = ({ mail }) => (
  <LocalFrame title={mail.subject}>
    <p>
      <a href="/__local/mailbox">← Усі листи / All mails</a>
    </p>
    <h1>{mail.subject}</h1>
    <p>
      {mail.to} · <Moment at={mail.receivedAt} />
    </p>
    <pre>{linked(mail)}</pre>
    {mail.attachments?.map(({ name }, place) => (
      <p>
        <a href={`/__local/mailbox/${mail.id}/files/${place}`}>{name}</a>
      </p>
    ))}
    {mail.html && (
      <details>
        <summary>HTML</summary>
        <iframe title="HTML" sandbox="" src={`/__local/mailbox/${mail.id}/html`} />
      </details>
    )}
  </LocalFrame>
)

const Moment: FC<{ at: string }> = ({ at }) => (
  <time datetime={at}>{at.slice(0, 19).replace('T', ' ')} UTC</time>
)

function linked({ text, links }: MailboxItem): Child[] {
  const parts: Child[] = []
  let rest = text
  for (const link of links) {
    const at = rest.indexOf(link)
    parts.push(
      rest.slice(0, at),
      <a href={link} rel="noreferrer">
        {link}
      </a>,
    )
    rest = rest.slice(at + link.length)
  }
  return [...parts, rest]
}

export const mailboxStyles = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-width: 48rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; overflow-wrap: anywhere }
small { font-weight: normal; opacity: .8 }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
input, button { font: inherit; padding: .25rem .5rem }
ul { list-style: none; padding: 0 }
li { padding: .5rem 0; border-top: 1px solid #8888; overflow-wrap: anywhere }
li span { display: block; font-size: 1rem }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
iframe { width: 100%; height: 32rem; border: 1px solid #8888; background: #fff }
`
