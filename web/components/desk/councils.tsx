import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'

/** A council by whose own provider its staff sign in. */
export interface OfferedCouncil {
  /** Id of the community. */
  readonly community: string
  readonly name: string
}

interface CouncilWaysProps {
  readonly locale: Locale
  readonly councils: readonly OfferedCouncil[]
  readonly petition?: string | undefined
}

/** A button for each council that has a provider; none of them needs a script. */
export function CouncilWays({ locale, councils, petition }: CouncilWaysProps) {
  return (
    <>
      {councils.map(({ community, name }) => (
        <form method="post" action={href(locale, paths.deskCouncil(community))}>
          {petition && <input type="hidden" name="petition" value={petition} />}
          <button type="submit" class="quiet">
            {textsOf(locale).councilSignIn.button(name)}
          </button>
        </form>
      ))}
    </>
  )
}
