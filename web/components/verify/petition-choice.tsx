import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** Finds a petition among all; a script fills the list and begins with the one that is chosen. */
export function PetitionChoice({ locale }: { readonly locale: Locale }) {
  const { petition: t } = textsOf(locale).verify
  const { one, few, many, other } = textsOf(locale).list.searchFound
  return (
    <section aria-labelledby="petition-title">
      <h2 id="petition-title">{t.title}</h2>
      <p>{t.lead}</p>
      <search>
        <form data-find>
          <label for="q">{t.label}</label>
          <p class="hint" id="q-hint">
            {t.hint}
          </p>
          <div class="row">
            <input id="q" type="search" aria-describedby="q-hint" autocomplete="off" maxlength={300} />
            <button type="submit">{t.find}</button>
          </div>
        </form>
      </search>
      <p role="status" data-found={[one, few, many, other].join('|')}></p>
      <ul class="rows" data-petitions></ul>
      <template data-petition>
        <li>
          <p class="title" id="choice"></p>
          <p class="meta"></p>
          <button class="quiet" type="button">
            {t.choose}
          </button>
        </li>
      </template>
    </section>
  )
}
