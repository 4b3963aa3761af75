import { raw } from 'hono/html'
import type { Locale } from '../../shared/locale'

/** What a mail is made of, in one language. */
export type Part =
  | string
  | { readonly heading: string }
  /** Somebody's own text, shown as written. */
  | { readonly quote: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  /** A quiet one is no button. */
  | { readonly link: string; readonly label: string; readonly quiet?: true }

export interface Letter {
  readonly locale: Locale
  readonly parts: readonly Part[]
}

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** One mail as plain text and as HTML; its languages follow each other. */
export function renderLetters(subject: string, letters: readonly Letter[]): RenderedMail {
  return {
    subject: oneLine(subject),
    text: `${letters.map(({ parts }) => parts.map(partText).join('\n\n')).join('\n\n———\n\n')}\n`,
    html: String(<LettersHtml letters={letters} />),
  }
}

function partText(part: Part): string {
  if (typeof part === 'string') return part
  if ('heading' in part) return part.heading.toLocaleUpperCase('uk')
  if ('quote' in part) return part.quote.replace(/^/gm, '> ')
  if ('facts' in part) return part.facts.map(([label, value]) => `${label}: ${value}`).join('\n')
  return `${part.label}:\n${part.link}`
}

/** A line end in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function LettersHtml({ letters }: { readonly letters: readonly Letter[] }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={letters[0]?.locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
        </head>
        <body style="margin:0 auto;padding:1.5rem;max-width:36rem;font:18px/1.5 system-ui,sans-serif;color:#1d2033;background:#fff">
          {letters.map(({ locale, parts }, index) => (
            <div
              lang={locale}
              style={index > 0 ? 'margin-top:2rem;border-top:1px solid #c9ccdb;font-size:16px' : undefined}
            >
              {parts.map((part) => (
                <PartHtml part={part} />
              ))}
            </div>
          ))}
        </body>
      </html>
    </>
  )
}

function PartHtml({ part }: { readonly part: Part }) {
  if (typeof part === 'string') return <p>{part}</p>
  if ('heading' in part) return <h2 style="font-size:1.2em">{part.heading}</h2>
  if ('quote' in part)
    return (
      <blockquote style="margin:1em 0;padding-left:1em;border-left:3px solid #3d4399;white-space:pre-line">
        {part.quote}
      </blockquote>
    )
  if ('facts' in part)
    return (
      <ul>
        {part.facts.map(([label, value]) => (
          <li>
            {label}: <strong>{value}</strong>
          </li>
        ))}
      </ul>
    )
  return (
    <p>
      <a style={part.quiet ? undefined : LINK} href={part.link}>
        {part.label}
      </a>
    </p>
  )
}

const LINK =
  'display:inline-block;padding:.7em 1.2em;border-radius:8px;background:#3d4399;color:#fff;font-weight:bold;text-decoration:none'
