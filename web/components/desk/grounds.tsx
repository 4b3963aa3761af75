import type { Locale } from '../../../shared/locale'
import { GROUND_CODES, GROUNDS } from '../../../shared/petition/grounds'
import { textsOf } from '../../texts'

interface GroundsProps {
  readonly locale: Locale
  readonly name: string
  /** Of the first choice; the others follow it. */
  readonly id: string
  readonly value: string | undefined
  readonly error: string | undefined
}

/** The grounds for a refusal, each in full with its item: nothing else may be one (R3). */
export function Grounds({ locale, name, id, value, error }: GroundsProps) {
  const { desk, deskCase: t } = textsOf(locale)
  return (
    <fieldset
      class={error ? 'field wrong choices-list' : 'field choices-list'}
      aria-describedby={`${id}-hint ${id}-error`}
    >
      <legend>{desk.fields.ground}</legend>
      <p class="hint" id={`${id}-hint`}>
        {t.groundHelp}
      </p>
      <p class="error" id={`${id}-error`} hidden={!error}>
        {error}
      </p>
      {GROUND_CODES.map((code, index) => (
        <label class="choice" for={index === 0 ? id : `${id}-${code}`}>
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${code}`}
            name={name}
            value={code}
            checked={value === code}
            required
          />
          <span>
            {GROUNDS[code][locale]} <span class="meta">({itemIn(locale, GROUNDS[code].item)})</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function itemIn(locale: Locale, item: string): string {
  return locale === 'uk' ? item : item.replace('п.', 'item')
}

/** What the moderator checks before publishing, with the words of the Regulation (R1). */
export function Checklist({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).deskCase.checklist
  return (
    <section class="checklist" aria-labelledby="checklist">
      <h3 id="checklist">{t.title}</h3>
      <p>{t.lead}</p>
      <h4>{t.mustTitle}</h4>
      <ul>
        {Object.values(t.must).map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <h4>{t.mustNotTitle}</h4>
      <ul>
        {GROUND_CODES.filter((code) => GROUNDS[code].item === 'п. 4').map((code) => (
          <li>{GROUNDS[code][locale]}</li>
        ))}
      </ul>
      <p class="meta">{t.noOther}</p>
    </section>
  )
}
