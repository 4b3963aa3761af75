import type { Child } from 'hono/jsx'
import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'
import { describedBy, idOf } from './field'

/** A trap for robots: people neither see nor hear it. */
export function Honeypot({ locale }: { readonly locale: Locale }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="website">{textsOf(locale).forms.honeypot}</label>
      <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}

interface NoticeReadProps {
  readonly locale: Locale
  readonly text: string
  readonly checked?: boolean
  readonly error?: string
}

/** The information text the law demands before signing, and that it was read. */
export function NoticeRead({ locale, text, checked, error }: NoticeReadProps) {
  const t = textsOf(locale).forms
  return (
    <fieldset class="notice">
      <legend>{t.noticeTitle}</legend>
      <p>{text}</p>
      <Check name="noticeRead" label={t.noticeRead} checked={checked} error={error} required />
    </fieldset>
  )
}

interface CheckProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly checked?: boolean | undefined
  readonly error?: string | undefined
}

export function Check({ name, label, hint, required, checked, error }: CheckProps) {
  const id = idOf(name)
  return (
    <div class={error ? 'field check wrong' : 'field check'}>
      <p class="error" id={`${id}-error`} hidden={!error}>
        {error}
      </p>
      <label for={id}>
        <input
          id={id}
          name={name}
          type="checkbox"
          required={required}
          checked={checked}
          aria-describedby={describedBy(id, hint)}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Shown where scripts are off, or where they have not come after a while. */
export function NeedsScript({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).forms
  return (
    <>
      <noscript>
        <p class="note">{t.needsScript}</p>
      </noscript>
      <LateScript locale={locale} />
    </>
  )
}

/** Shown where scripts run, but the form's own has not come after a while. */
export function LateScript({ locale }: { readonly locale: Locale }) {
  return <p class="note late">{textsOf(locale).forms.needsScript}</p>
}

interface MailSentProps {
  readonly title: string
  readonly text: string
  readonly next: string
  readonly spam?: string
  /** Help for whoever waits for the mail. */
  readonly children?: Child
}

/** What follows a form that was sent: a script shows it and puts the address in. */
export function MailSent({ title, text, next, spam, children }: MailSentProps) {
  return (
    <section class="done" data-done tabindex={-1} hidden>
      <h2>{title}</h2>
      <p>
        {text} <strong data-email></strong>.
      </p>
      <p>{next}</p>
      {spam && <p>{spam}</p>}
      {children}
    </section>
  )
}

/** The words that a form's script says, as attributes of its element. */
export function formWords(locale: Locale): Record<`data-${string}`, string> {
  const { forms: t, signing } = textsOf(locale)
  return {
    'data-too-long-name': signing.names.tooLong,
    'data-not-a-name': signing.names.notAName,
    'data-mixed-scripts': signing.names.mixedScripts,
    'data-control-characters': signing.names.controlCharacters,
    'data-offline': signing.sending.offline,
    'data-retrying': signing.sending.retrying,
    'data-required': t.errors.required,
    'data-email-wrong': t.errors.email,
    'data-too-short': t.errors.tooShort,
    'data-too-long': t.errors.tooLong,
    'data-notice-read': t.errors.noticeRead,
    'data-network': t.errors.network,
    'data-server': t.errors.server,
    'data-checking': t.progressCheck,
    'data-sending': t.progressSend,
  }
}
