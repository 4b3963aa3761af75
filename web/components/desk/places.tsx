import type { Locale } from '../../../shared/locale'
import type { Scope } from '../../../shared/staff/staff-member'
import { href } from '../../addresses'
import { textsOf } from '../../texts'
import { Choice } from './choice'

/** A council, a host or the whole installation that the reader has something to do with. */
export interface NamedPlace<S extends Scope = Scope> {
  readonly scope: S
  /** Absent for the whole installation. */
  readonly name?: string
}

interface PlacesProps {
  readonly locale: Locale
  /** Page that shows one place at a time. */
  readonly path: string
  readonly place: NamedPlace
  readonly places: readonly NamedPlace[]
}

/** Leads to another place, where there are several. */
export function Places({ locale, path, place, places }: PlacesProps) {
  if (places.length < 2) return null
  const t = textsOf(locale).office.people
  const options = places.map(({ scope, name = t.everywhere }) => ({ value: scope, label: name }))
  return (
    <form method="get" action={href(locale, path)}>
      <Choice id="scope" name="scope" label={t.place} value={place.scope} options={options} />
      <button type="submit" class="quiet">
        {t.show}
      </button>
    </form>
  )
}
