import type { Locale } from '../../../shared/locale'
import type { ChosenWidget } from '../../pages/embed/code'
import { textsOf } from '../../texts'
import { iframeCode, policyCode, scriptCode } from './snippets'

interface CodesProps {
  readonly locale: Locale
  readonly publicUrl: string
  readonly chosen: ChosenWidget
}

/** What an NGO copies: the widget, the same as a plain frame, and what its server has to allow. */
export function Codes({ locale, publicUrl, chosen }: CodesProps) {
  const t = textsOf(locale).embed.code
  return (
    <>
      <Code
        locale={locale}
        id="script-code"
        label={t.script}
        hint={t.scriptHint}
        code={scriptCode(publicUrl, chosen)}
      />
      <Code
        locale={locale}
        id="iframe-code"
        label={t.iframe}
        hint={t.iframeHint}
        code={iframeCode(publicUrl, chosen)}
      />
      <Code
        locale={locale}
        id="policy-code"
        label={t.policy}
        hint={t.policyHint}
        code={policyCode(publicUrl)}
      />
    </>
  )
}

interface CodeProps {
  readonly locale: Locale
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly code: string
}

/** A code to copy: by its button where scripts run, by selecting it everywhere. */
function Code({ locale, id, label, hint, code }: CodeProps) {
  const t = textsOf(locale).embed.code
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea id={id} class="code" rows={5} readonly spellcheck={false} aria-describedby={`${id}-hint`}>
        {code}
      </textarea>
      <viche-copy data-text={code} data-done={t.copied} data-failed={t.notCopied} hidden>
        <button class="quiet" type="button">
          {t.copy}
        </button>{' '}
        <span role="status"></span>
      </viche-copy>
    </div>
  )
}
