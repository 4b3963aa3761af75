import { DOSSIER_KINDS } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'

interface DossierLinksProps {
  readonly locale: Locale
  readonly petition: { readonly id: string }
}

/** A petition's dossier to download: for the file, for Excel, for programs. */
export function DossierLinks({ locale, petition }: DossierLinksProps) {
  const t = textsOf(locale).documents
  return (
    <section aria-labelledby="dossier">
      <h2 id="dossier">{t.dossier}</h2>
      <p>{t.dossierLead}</p>
      <ul>
        {DOSSIER_KINDS.map((kind) => (
          <li>
            <a href={href(locale, paths.dossier(petition.id, kind))}>{t.dossierKinds[kind]}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
