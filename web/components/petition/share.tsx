import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { usePublicUrl } from '../public-url'

interface ShareProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'title' | 'publishedAt'>
}

/** Ways to tell others of a petition: its address, messengers as plain links, a code to scan, a poster to print. */
export function Share({ locale, petition: { id, title, publishedAt } }: ShareProps) {
  const publicUrl = usePublicUrl()
  if (!publishedAt) return null
  const t = textsOf(locale).share
  const address = publicUrl(href(locale, paths.petition(id)))
  return (
    <section class="share" aria-labelledby="share">
      <h2 id="share">{t.title}</h2>
      <p>
        <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
      </p>
      <viche-copy data-text={address} data-done={t.copied} data-failed={t.notCopied} hidden>
        <button type="button" class="quiet">
          {t.copy}
        </button>{' '}
        <span role="status"></span>
      </viche-copy>
      <ul>
        {messengersOf(title, address).map(([name, to]) => (
          <li>
            <a href={to} rel="noopener">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={href(locale, paths.poster(id))}>{t.poster}</a>
        </li>
      </ul>
      <details>
        <summary>{t.code}</summary>
        <img src={paths.code(id)} alt={t.codeAlt} width="240" height="240" loading="lazy" />
        <p>
          <a href={paths.code(id)} download={`${id}.svg`}>
            {t.download}
          </a>
        </p>
      </details>
    </section>
  )
}

/** Names of services are the same in every language. Each takes the address itself: nothing of theirs is loaded. */
function messengersOf(title: string, address: string): [name: string, to: string][] {
  const [text, url] = [encodeURIComponent(title.toWellFormed()), encodeURIComponent(address)]
  return [
    ['Telegram', `https://t.me/share/url?url=${url}&text=${text}`],
    ['Viber', `viber://forward?text=${text}%20${url}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ]
}
