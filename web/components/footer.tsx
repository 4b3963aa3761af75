import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'

export function Footer({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).site
  return (
    <footer class="bottom">
      <div class="bar">
        <p>{t.footer}</p>
        <ul>
          <li>
            <a href={href(locale, paths.about)}>{t.about}</a>
          </li>
          <li>
            <a href={href(locale, paths.verify)}>{t.verify}</a>
          </li>
          <li>
            <a href={href(locale, paths.privacy)}>{t.privacy}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t.developers}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
