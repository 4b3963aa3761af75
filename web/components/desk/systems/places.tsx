import type { Locale } from '../../../../shared/locale'
import type { Place } from '../../../../shared/systems/place'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import { Choice } from '../choice'

/** A council or an NGO whose systems the reader manages. */
export interface NamedPlace {
  readonly scope: Place
  readonly name: string
}

interface PlacesProps {
  readonly locale: Locale
  readonly place: NamedPlace
  readonly places: readonly NamedPlace[]
}

/** Leads to the systems of another organisation, where the reader manages several. */
export function Places({ locale, place, places }: PlacesProps) {
  if (places.length < 2) return null
  const t = textsOf(locale).office.people
  const options = places.map(({ scope, name }) => ({ value: scope, label: name }))
  return (
    <form method="get" action={href(locale, paths.deskSystems())}>
      <Choice id="scope" name="scope" label={t.place} value={place.scope} options={options} />
      <button type="submit" class="quiet">
        {t.show}
      </button>
    </form>
  )
}
