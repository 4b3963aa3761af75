import { addDays, type Day, dayOf, weekdayOf } from '../../shared/calendar/day'
import { DOSSIER_SCHEMA_KEY, dossierSchema } from '../../shared/http/dossier'
import { openApiDocument } from '../../shared/http/openapi'
import { LOCALES, type Locale } from '../../shared/locale'
import { EXAMPLE, workedExample } from '../../shared/petition/worked-example'
import { RESIDENT_SCHEMA_KEY, residentSchema } from '../../shared/resident/export'
import { paths } from '../../web/addresses'
import { rootObjects } from '../../web/objects'
import { AboutPage } from '../../web/pages/about'
import { CommunitiesPage } from '../../web/pages/communities'
import { DesignPage } from '../../web/pages/design'
import { MirrorPage } from '../../web/pages/mirror'
import { PrivacyPage } from '../../web/pages/privacy'
import { VerifyPage } from '../../web/pages/verify'
import { inParallel } from '../in-parallel'
import { pageAt } from './page-at'
import { publishSiteKey, siteLogName, verifierKeyOf } from './publish-verifier-key'
import { type Publication, type PublishingDeps, publish } from './publishing'

const HOUR_SECONDS = 3600
const FILES_AT_ONCE = 16

/**
 * Publishes everything that does not depend on petitions: the law, privacy, communities, the page
 * for what is not found, and the files that machines read, the key of the logs among them. Run at each deployment and change of a community.
 */
export async function publishSite(deps: PublishingDeps): Promise<void> {
  const pages = await Promise.all(LOCALES.map((locale) => pagesIn(locale, deps)))
  const files = [...pages.flat(), ...machineFiles(deps.publicUrl)]
  await inParallel(files, FILES_AT_ONCE, (file) => publish(deps.objects, file))
  await publishSiteKey(deps, deps.publicUrl)
}

async function pagesIn(locale: Locale, deps: PublishingDeps): Promise<Publication[]> {
  const { clock, communities, publicUrl, logSigner } = deps
  const all = await communities.communities()
  const monday = mondayAfter(dayOf(clock.now()))
  const example = {
    settings: EXAMPLE.settings,
    example: workedExample(monday, EXAMPLE, await communities.calendar()),
  }
  const verifierKey = await verifierKeyOf(logSigner, siteLogName(publicUrl))
  const verifying = { locale, publicUrl, verifierKey }
  return [
    pageAt(locale, paths.about, <AboutPage locale={locale} {...example} />, publicUrl),
    pageAt(locale, paths.design, <DesignPage locale={locale} />, publicUrl),
    pageAt(locale, paths.privacy, <PrivacyPage locale={locale} />, publicUrl),
    pageAt(locale, paths.verify, <VerifyPage {...verifying} />, publicUrl),
    pageAt(locale, paths.mirror, <MirrorPage {...verifying} />, publicUrl),
    pageAt(locale, paths.communities, <CommunitiesPage locale={locale} communities={all} />, publicUrl),
  ]
}

/** The example begins on a coming Monday, so that its days are near those of its readers. */
function mondayAfter(day: Day): Day {
  return addDays(day, 8 - weekdayOf(day))
}

function machineFiles(publicUrl: string): Publication[] {
  const openApi = JSON.stringify(openApiDocument(publicUrl))
  const schema = JSON.stringify(dossierSchema(`${publicUrl}/${DOSSIER_SCHEMA_KEY}`))
  const ofResident = JSON.stringify(residentSchema(`${publicUrl}/${RESIDENT_SCHEMA_KEY}`))
  const files = {
    ...rootObjects(publicUrl),
    'api/v1/openapi.json': openApi,
    [DOSSIER_SCHEMA_KEY]: schema,
    [RESIDENT_SCHEMA_KEY]: ofResident,
  }
  return Object.entries(files).map(([key, body]) => ({ key, body, cacheSeconds: HOUR_SECONDS }))
}
