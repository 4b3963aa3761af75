import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** Where a script shows how far the check has come, and then what it has found. */
export function Run({ locale }: { readonly locale: Locale }) {
  const { run: t, kept, title } = textsOf(locale).verify
  return (
    <section class="run" data-run tabindex={-1} aria-labelledby="run-title" hidden>
      <h2 id="run-title" data-verdict>
        {title}
      </h2>
      <p class="title" data-about hidden>
        <a href="/">{title}</a>
      </p>
      <p role="status" data-say></p>
      <div data-bar hidden>
        <progress max={1} value={0} aria-label={t.starting}></progress>
        <p class="meta" data-done></p>
      </div>
      <p class="actions">
        <button type="button" data-go hidden>
          {t.go}
        </button>
        <button class="quiet" type="button" data-stop hidden>
          {t.stop}
        </button>
      </p>
      <ul class="findings" aria-label={t.details} data-findings hidden></ul>
      <template data-finding>
        <li>
          <strong></strong> <span></span>
        </li>
      </template>
      <div class="note" data-kept hidden>
        <p>
          {kept.saved} {kept.what}
        </p>
        <p>
          <button class="plain" type="button" data-forget>
            {kept.forget}
          </button>
        </p>
      </div>
      <p class="actions">
        <button class="quiet" type="button" data-again hidden>
          {t.again}
        </button>
      </p>
    </section>
  )
}
