import { renderSVG } from 'uqr'
import { LOCALES, type Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, objectKey, paths } from '../../web/addresses'
import { petitionFeed } from '../../web/feeds/petition-feed'
import { EmbeddedPetitionPage } from '../../web/pages/embed/petition'
import { PetitionPage, type PetitionPageProps } from '../../web/pages/petition'
import { PosterPage } from '../../web/pages/poster'
import { SignPage } from '../../web/pages/sign'
import { pageAt } from './page-at'
import { PAGE_CACHE_SECONDS, type Publication } from './publishing'

const CODE_CACHE_SECONDS = 24 * 3600

/** What a petition's page shows besides the petition. */
type Beside = Pick<PetitionPageProps, 'today' | 'stamped' | 'days'>

/** Keys of everything that `petitionFiles` makes. */
export function petitionFileKeys(id: string): string[] {
  const pages = [paths.petition(id), paths.sign(id), paths.embedded(id), paths.poster(id)]
  return LOCALES.flatMap((locale) => [...pages.map((path) => objectKey(locale, path)), feedKey(locale, id)])
}

/** The files that follow from a petition as it is now, in both languages. @param publicUrl address of the site */
export function petitionFiles(publicUrl: string, petition: PetitionView, beside: Beside): Publication[] {
  const { id } = petition
  return LOCALES.flatMap((locale) => {
    const own = { locale, petition }
    const embedded = <EmbeddedPetitionPage {...own} today={beside.today} />
    return [
      pageAt(locale, paths.petition(id), <PetitionPage {...own} {...beside} />, publicUrl),
      pageAt(locale, paths.sign(id), <SignPage {...own} />, publicUrl),
      pageAt(locale, paths.embedded(id), embedded, publicUrl),
      pageAt(locale, paths.poster(id), <PosterPage {...own} />, publicUrl),
      {
        key: feedKey(locale, id),
        body: petitionFeed(locale, petition, publicUrl),
        cacheSeconds: PAGE_CACHE_SECONDS,
      },
    ]
  })
}

/** A picture that phones read the petition's address from; it never changes. */
export function codeToScan(publicUrl: string, id: string): Publication {
  const body = renderSVG(`${publicUrl}${paths.petition(id)}`, { ecc: 'M', border: 2, pixelSize: 8 })
  return { key: paths.code(id).slice(1), body, cacheSeconds: CODE_CACHE_SECONDS }
}

function feedKey(locale: Locale, id: string): string {
  return href(locale, paths.petitionFeed(id)).slice(1)
}
