import { LOCALES, type Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import type { ChosenWidget } from '../../pages/embed/code'
import { textsOf } from '../../texts'
import { SIZES, THEMES } from './snippets'

interface EmbedOptionsProps {
  readonly locale: Locale
  readonly chosen: ChosenWidget
}

/** Language, colours and size of the widget; the page comes anew with what was chosen. */
export function EmbedOptions({ locale, chosen }: EmbedOptionsProps) {
  const t = textsOf(locale).embed.code
  return (
    <form method="get" action={href(locale, paths.embed)}>
      <h2>{t.options}</h2>
      <input type="hidden" name="petition" value={chosen.petition.id} />
      <Choice name="lang" label={t.lang} words={t.langs} of={LOCALES} chosen={chosen.lang} />
      <Choice name="theme" label={t.theme} words={t.themes} of={THEMES} chosen={chosen.theme} />
      <Choice name="size" label={t.size} words={t.sizes} of={SIZES} chosen={chosen.size} />
      <button type="submit">{t.update}</button>
    </form>
  )
}

interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly words: Readonly<Record<Value, string>>
  readonly of: readonly Value[]
  readonly chosen: Value
}

function Choice<Value extends string>({ name, label, words, of, chosen }: ChoiceProps<Value>) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {of.map((value) => (
          <option value={value} selected={value === chosen}>
            {words[value]}
          </option>
        ))}
      </select>
    </div>
  )
}
