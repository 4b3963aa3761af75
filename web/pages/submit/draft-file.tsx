import { raw } from 'hono/html'
import type { Community } from '../../../shared/community/settings'
import { AUTHOR_FIELDS, type Draft } from '../../../shared/draft/draft'
import type { Locale } from '../../../shared/locale'
import { PlainText } from '../../components/plain-text'
import { textsOf } from '../../texts'
import { Hidden } from './step-form'

interface DraftFileProps {
  readonly locale: Locale
  readonly community: Community
  /** Absolute address of the form that goes on with it. */
  readonly action: string
  readonly draft: Draft
}

/**
 * A draft to keep and to open on any device: readable as it is, with a button that goes on at the site. It says
 * nothing of the author.
 */
export function DraftFile({ locale, community, action, draft }: DraftFileProps) {
  const t = textsOf(locale).submit
  const words = Object.fromEntries(
    Object.entries(draft).filter(([field]) => !(AUTHOR_FIELDS as readonly string[]).includes(field)),
  ) as Draft
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{t.fileTitle}</title>
        </head>
        <body>
          <main>
            <h1>{t.fileTitle}</h1>
            <p>
              {t.to}: {community.council[locale]}
            </p>
            <h2>{draft.title}</h2>
            <PlainText text={draft.text ?? ''} />
            <form method="post" action={action} enctype="multipart/form-data">
              <Hidden draft={words} />
              <input type="hidden" name="step" value="idea" />
              <button type="submit" name="go" value="idea">
                {t.fileGoOn}
              </button>
            </form>
          </main>
        </body>
      </html>
    </>
  )
}
