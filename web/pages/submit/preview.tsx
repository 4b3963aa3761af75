import type { Step } from '../../../shared/draft/steps'
import type { Locale } from '../../../shared/locale'
import { TOPICS } from '../../../shared/petition/topic'
import { href, paths } from '../../addresses'
import { assets } from '../../assets'
import { ErrorSummary } from '../../components/error-summary'
import { formWords, Honeypot, MailSent } from '../../components/form-parts'
import { Parties } from '../../components/petition/parties'
import { PlainText } from '../../components/plain-text'
import { Progress } from '../../components/progress'
import { StatusBadge } from '../../components/status-badge'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'
import type { StepProps } from '../submit'
import { Hidden } from './step-form'
import { adviceIn } from './words'

/** Last: the petition as its page will show it, ways back to each part, and the button that sends it. */
export function PreviewStep(props: StepProps) {
  const { locale, advice, unsent } = props
  const t = textsOf(locale).submit
  return (
    <>
      {unsent && (
        <p class="note" role="alert" tabindex={-1} autofocus>
          {t.unsent}
        </p>
      )}
      <p>{t.previewLead}</p>
      {advice.length > 0 && (
        <section class="note">
          <h2>{t.adviceTitle}</h2>
          <ul>
            {advice.map((code) => (
              <li>{adviceIn(locale, code)}</li>
            ))}
          </ul>
          <p>{t.adviceFreeLast}</p>
        </section>
      )}
      <Changes {...props} />
      <Send {...props} />
    </>
  )
}

/** The parts of the petition, each with a button that leads to its step and back. */
function Changes(props: StepProps) {
  const { locale, community, host, draft, preview: petition } = props
  if (!petition) return null
  const t = textsOf(locale).submit
  return (
    <form
      method="post"
      action={href(locale, paths.submit(community.id, host.id))}
      enctype="multipart/form-data"
      class="preview"
    >
      <Hidden draft={draft} />
      <input type="hidden" name="step" value="preview" />
      <input type="hidden" name="back" value="preview" />
      <article class="petition" aria-label={t.previewLabel}>
        <header>
          <p class="over">
            <StatusBadge locale={locale} petition={petition} />
            {petition.topic && ` ${TOPICS[petition.topic][locale]}`}
          </p>
          <h2 class="as-title" dir="auto">
            {petition.title}
          </h2>
          <Change locale={locale} step="idea" words={t.changeIdea} />
          <Parties locale={locale} petition={petition} />
          <Change locale={locale} step="author" words={t.changeAuthor} />
        </header>
        <aside class="panel">
          <Progress locale={locale} petition={petition} />
          {petition.closesOn && <p>{t.previewCloses(formatDay(locale, petition.closesOn))}</p>}
        </aside>
        <div class="body">
          <h3>{textsOf(locale).petition.text}</h3>
          <PlainText text={petition.text} />
          {petition.wantsHearing && <p class="note">{textsOf(locale).petition.hearingWish}</p>}
          <Change locale={locale} step="text" words={t.changeText} />
        </div>
      </article>
      <p>
        {t.previewMail}: <strong>{draft['author.email']}</strong>
      </p>
      <details>
        <summary>{t.later}</summary>
        <p>{t.laterFile}</p>
        <button class="quiet" type="submit" name="go" value="file">
          {t.laterSave}
        </button>
      </details>
    </form>
  )
}

function Change({ step, words }: { readonly locale: Locale; readonly step: Step; readonly words: string }) {
  return (
    <p>
      <button class="plain" type="submit" name="go" value={step}>
        {words}
      </button>
    </p>
  )
}

/** The proof of work is a script's; without one the press comes back with what to do, and nothing is lost. */
function Send({ locale, community, host, draft }: StepProps) {
  const { submit: t, forms } = textsOf(locale)
  return (
    <viche-submit-form
      {...formWords(locale)}
      data-community={community.id}
      data-host={host.id}
      data-draft={`viche-draft-${community.id}-${host.id}`}
      data-worker={assets.worker}
      data-locale={locale}
    >
      <form
        method="post"
        action={href(locale, paths.submit(community.id, host.id))}
        enctype="multipart/form-data"
      >
        <ErrorSummary title={forms.errorSummary} errors={[]} />
        <noscript>
          <section class="note">
            <h2>{t.noScriptTitle}</h2>
            <p>{t.noScript}</p>
          </section>
        </noscript>
        <section class="note late">
          <h2>{t.noScriptTitle}</h2>
          <p>{t.noScript}</p>
        </section>
        <Hidden draft={draft} />
        <input type="hidden" name="step" value="preview" />
        <Honeypot locale={locale} />
        <button type="submit" name="go" value="send">
          {t.button}
        </button>
        <p class="working" role="status"></p>
      </form>
      <MailSent title={t.doneTitle} text={t.doneText} next={t.doneNext} spam={t.doneSpam} />
    </viche-submit-form>
  )
}
