import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'

interface BeforeSigningProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** What signing takes, said before anything is asked for. */
export function BeforeSigning({ locale, petition }: BeforeSigningProps) {
  const t = textsOf(locale).signing
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t.steps.title}</h2>
      <ol>
        <li>{t.steps.form}</li>
        <li>{t.steps.mail}</li>
        <li>{t.steps.confirm}</li>
      </ol>
      <p>
        {t.needed} {petition.closesOn && t.until(formatDay(locale, petition.closesOn))}
      </p>
    </section>
  )
}

/** Where scripts are off the form cannot be sent: why, and what else can be done. */
export function WithoutScripts({ locale, petition }: BeforeSigningProps) {
  const t = textsOf(locale).signing.without
  return (
    <noscript>
      <section class="note">
        <h2>{t.title}</h2>
        <p>{t.why}</p>
        <h3>{t.ways}</h3>
        <ul>
          <li>{t.enable}</li>
          <li>{t.other}</li>
          <li>{t.appeal(petition.community.council[locale])}</li>
        </ul>
      </section>
    </noscript>
  )
}
