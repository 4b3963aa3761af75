import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { assets } from '../../assets'
import { textsOf } from '../../texts'
import { ErrorSummary } from '../error-summary'
import { formWords, MailSent } from '../form-parts'
import { SigningFields } from '../signing/signing-fields'

interface EmbedFormProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'identities'>
}

/**
 * The form to sign, for a frame: hidden until its script is there, which a link stands for until then. Whoever signs
 * otherwise than by mail leaves the frame, in which no provider may be shown.
 */
export function EmbedForm({ locale, petition }: EmbedFormProps) {
  const { embed, forms, identity } = textsOf(locale)
  const t = forms.sign
  const elsewhere = <NewTab locale={locale} path={paths.sign(petition.id)} text={embed.frame.sign} button />
  if (!petition.identities.includes('email')) return <p>{elsewhere}</p>
  return (
    <viche-embed
      {...formWords(locale)}
      data-petition={petition.id}
      data-worker={assets.worker}
      data-locale={locale}
      data-sign={embed.frame.sign}
    >
      <p data-elsewhere>{elsewhere}</p>
      <form method="post" hidden>
        <p>{t.step}</p>
        <ErrorSummary title={forms.errorSummary} errors={[]} />
        <SigningFields locale={locale} />
      </form>
      {petition.identities.length > 1 && (
        <p>
          <NewTab locale={locale} path={paths.sign(petition.id)} text={identity.begin.other} />
        </p>
      )}
      <MailSent title={t.doneTitle} text={t.doneText} next={t.doneNext} spam={t.doneSpam} />
    </viche-embed>
  )
}

interface NewTabProps {
  readonly locale: Locale
  /** Address of the page without its language. */
  readonly path: string
  readonly text: string
  readonly button?: boolean
}

/** A link out of the frame, which says that it opens elsewhere. */
export function NewTab({ locale, path, text, button }: NewTabProps) {
  return (
    <a class={button ? 'button' : undefined} href={href(locale, path)} target="_blank" rel="noopener">
      {text} <span class="unseen">({textsOf(locale).embed.frame.newTab})</span>
    </a>
  )
}
