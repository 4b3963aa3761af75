import type { Identity } from '../../../shared/community/settings'
import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'

interface WaysProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** The accepted ways to sign, in their order, where there is any besides mail. */
export function Ways({ locale, petition: { id, identities } }: WaysProps) {
  const t = textsOf(locale).identity.ways
  if (identities.every((identity) => identity === 'email')) return null
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t.title}</h2>
      {!identities.includes('email') && <p>{t.noMail}</p>}
      <ul class="ways">
        {identities.map((identity) => (
          <li>
            {identity === 'email' ? (
              <a href="#by-mail">{t.email}</a>
            ) : (
              <a href={href(locale, paths.identify(identity, id))}>{t.by[identity]}</a>
            )}
            <br />
            <span class="meta">{identity === 'email' ? t.emailHint : t.hint[identity]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The accepted ways but one, as items of a list; mail leads to its form. */
export function OtherWays({
  locale,
  petition,
  but,
}: WaysProps & { readonly but: ProviderLevel | undefined }) {
  const t = textsOf(locale).identity.ways
  const { id } = petition
  return petition.identities
    .filter((identity: Identity) => identity !== but)
    .map((identity) => (
      <li>
        {identity === 'email' ? (
          <a href={href(locale, paths.sign(id))}>{t.email}</a>
        ) : (
          <a href={href(locale, paths.identify(identity, id))}>{t.by[identity]}</a>
        )}
      </li>
    ))
}
