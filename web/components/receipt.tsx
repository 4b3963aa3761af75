import type { Locale } from '../../shared/locale'
import { ANNULMENT_GROUNDS, isAnnulmentGround } from '../../shared/log/annulment'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { Check } from './form-parts'

export interface ReceiptProps {
  readonly locale: Locale
  /** The signature's public handle. */
  readonly id: string
  /** Of the entry in the published log; without it the receipt is still being prepared. */
  readonly index?: number | undefined
  /** Code of the ground on which the signature was annulled. */
  readonly annulled?: string | undefined
  /** Token of the link to confirm: the receipt can then be mailed to the address in it. */
  readonly token?: string | undefined
}

/** The receipt of a signature as a section of a page. */
export function ReceiptPanel(props: ReceiptProps) {
  return (
    <section aria-labelledby="receipt">
      <h2 id="receipt">{textsOf(props.locale).log.receipt.title}</h2>
      <Receipt {...props} />
    </section>
  )
}

/** The receipt of a signature: waited for by a script, or by following the link, then a file to keep. */
export function Receipt({ locale, id, index, annulled, token }: ReceiptProps) {
  return (
    <>
      {annulled !== undefined && <Annulled locale={locale} ground={annulled} />}
      {index === undefined ? (
        <Awaited locale={locale} id={id} />
      ) : (
        <Ready locale={locale} id={id} index={index} />
      )}
      {token !== undefined && <MailForm locale={locale} token={token} />}
    </>
  )
}

function Awaited({ locale, id }: Pick<ReceiptProps, 'locale' | 'id'>) {
  const t = textsOf(locale).log.receipt
  const address = href(locale, paths.receipt(id))
  return (
    <viche-receipt data-src={sourceOf(id)}>
      <p data-waiting>{t.waiting}</p>
      <p data-waiting>
        <a href={address}>{t.get}</a>
      </p>
      <div data-ready role="status" hidden>
        <Ready locale={locale} id={id} />
      </div>
      <p data-late hidden>
        {t.late} <a href={address}>{t.again}</a>
      </p>
    </viche-receipt>
  )
}

function Ready({ locale, id, index }: Pick<ReceiptProps, 'locale' | 'id' | 'index'>) {
  const t = textsOf(locale).log.receipt
  return (
    <>
      <p>
        {t.ready}. {t.number}:{' '}
        <strong data-number>{index === undefined ? '' : formatNumber(locale, index + 1)}</strong>
      </p>
      <p class="actions">
        <a class="button" href={sourceOf(id)} download>
          {t.download}
        </a>
        <a href={href(locale, paths.verify)}>{t.verify}</a>
      </p>
      <p class="meta">{t.proves}</p>
    </>
  )
}

function Annulled({ locale, ground }: { readonly locale: Locale; readonly ground: string }) {
  const t = textsOf(locale).log.receipt
  const known = isAnnulmentGround(ground) ? ANNULMENT_GROUNDS[ground] : undefined
  return (
    <p class="note">
      {known ? t.annulledOn(known[locale]) : t.annulled} {t.stillProves}
    </p>
  )
}

/** The address travels sealed in the token; the page does not show it. */
function MailForm({ locale, token }: { readonly locale: Locale; readonly token: string }) {
  const t = textsOf(locale).log.receipt
  return (
    <form method="post" action={href(locale, paths.receiptMail)}>
      <input type="hidden" name="token" value={token} />
      <p>{t.mailHint}</p>
      <Check name="keep" label={t.keep} hint={t.keepHint} />
      <p class="actions">
        <button type="submit" class="quiet">
          {t.mailButton}
        </button>
      </p>
    </form>
  )
}

function sourceOf(id: string): string {
  return `/api/v1/signatures/${id}/receipt`
}
