import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { Field } from '../field'

/** Takes a receipt as a file, dropped or chosen, or as text; it is read by a script and sent nowhere. */
export function ReceiptForm({ locale }: { readonly locale: Locale }) {
  const { receipt: t } = textsOf(locale).verify
  return (
    <section aria-labelledby="receipt-title" data-drop>
      <h2 id="receipt-title">{t.title}</h2>
      <p>{t.lead}</p>
      <form method="post" data-receipt>
        <Field name="file" label={t.file} hint={t.fileHint}>
          <input
            id="file"
            type="file"
            accept=".tlog-proof,.txt,text/plain"
            aria-describedby="file-hint file-error"
          />
        </Field>
        <Field name="receipt" label={t.paste}>
          <textarea
            id="receipt"
            class="code"
            rows={4}
            spellcheck={false}
            autocomplete="off"
            aria-describedby="receipt-error"
          ></textarea>
        </Field>
        <button type="submit">{t.check}</button>
      </form>
    </section>
  )
}
