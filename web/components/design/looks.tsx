import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** The colours of a theme by purpose, and the sizes of letters. */
export function Looks({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).design
  return (
    <>
      <h3>{t.colours}</h3>
      <ul class="swatches">
        {Object.entries(t.swatches).map(([token, purpose]) => (
          <li>
            <svg aria-hidden="true">
              <rect width="100%" height="100%" fill={`var(--${token})`} />
            </svg>
            <code>--{token}</code>
            <br />
            {purpose}
          </li>
        ))}
      </ul>
      <h3>{t.letters}</h3>
      <p class="title">{t.sample.heading}</p>
      <p class="lead">{t.sample.lead}</p>
      <p>
        {t.sample.text}
        <a href="#main">{t.sample.link}</a>.
      </p>
      <p class="meta">{t.sample.small}</p>
    </>
  )
}
