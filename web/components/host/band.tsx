import type { Host } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

interface HostBandProps {
  readonly locale: Locale
  readonly host: Host
  /** Where the page has a heading of its own. */
  readonly heading?: boolean
}

/** Logo, name and how to reach an organisation, on the colour it chose. */
export function HostBand({ locale, host, heading = true }: HostBandProps) {
  const t = textsOf(locale).host
  const { logo, site } = host.front ?? {}
  const name = host.name[locale]
  return (
    <header class="band">
      {logo && <img src={`/${logo.key}`} width={logo.width} height={logo.height} alt="" />}
      <div>
        <p>{t.kind}</p>
        {heading ? (
          <h1>{name}</h1>
        ) : (
          <p>
            <strong>{name}</strong>
          </p>
        )}
        {site && (
          <p>
            {t.site}:{' '}
            <a href={site} rel="noopener nofollow">
              {new URL(site).hostname}
            </a>
          </p>
        )}
        <p>
          {t.email}: <a href={`mailto:${host.email}`}>{host.email}</a>
        </p>
      </div>
    </header>
  )
}
