import type { Locale } from '../../../shared/locale'
import type { PetitionSummary } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { WIDGET_SCRIPT } from '../../assets'
import { Codes } from '../../components/embed/codes'
import { EmbedOptions } from '../../components/embed/options'
import type { WidgetOptions } from '../../components/embed/snippets'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

export type EmbeddablePetition = Pick<PetitionSummary, 'id' | 'number' | 'title' | 'community'>

export interface ChosenWidget extends WidgetOptions {
  readonly petition: EmbeddablePetition & { readonly signable: boolean }
}

export interface EmbedCodePageProps {
  readonly locale: Locale
  readonly publicUrl: string
  /** What was searched for; empty where nothing was. */
  readonly q: string
  /** What was found, or the newest that collect signatures. */
  readonly petitions: readonly EmbeddablePetition[]
  readonly chosen?: ChosenWidget | undefined
}

/** Where an NGO chooses a petition and its looks, sees the widget at work, and copies its code. */
export function EmbedCodePage({ locale, publicUrl, q, petitions, chosen }: EmbedCodePageProps) {
  const t = textsOf(locale).embed.code
  return (
    <Page
      locale={locale}
      path={paths.embed}
      title={t.title}
      description={t.lead}
      styles={['forms']}
      scripts={chosen ? ['copy'] : []}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {chosen ? (
        <Chosen locale={locale} publicUrl={publicUrl} chosen={chosen} />
      ) : (
        <Choice locale={locale} q={q} petitions={petitions} />
      )}
      <section>
        <h2>{t.help}</h2>
        <ul>
          {Object.values(t.helps).map((help) => (
            <li>{help}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

function Choice({ locale, q, petitions }: Pick<EmbedCodePageProps, 'locale' | 'q' | 'petitions'>) {
  const t = textsOf(locale).embed.code
  return (
    <>
      <search>
        <form method="get" action={href(locale, paths.embed)}>
          <label for="q">{t.find}</label>
          <p class="hint" id="q-hint">
            {t.findHint}
          </p>
          <div class="row">
            <input id="q" name="q" type="search" value={q} maxlength={200} aria-describedby="q-hint" />
            <button type="submit">{t.search}</button>
          </div>
        </form>
      </search>
      <section>
        <h2>{q ? t.found : t.newest}</h2>
        {petitions.length === 0 && <p>{q ? t.nothing : t.nothingYet}</p>}
        <ul class="rows">
          {petitions.map(({ id, number, title, community }) => (
            <li>
              <a href={`${href(locale, paths.embed)}?petition=${id}`}>{title}</a>
              <p class="meta">
                № {formatNumber(locale, number)} · {community.name[locale]}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

interface ChosenProps {
  readonly locale: Locale
  readonly publicUrl: string
  readonly chosen: ChosenWidget
}

function Chosen({ locale, publicUrl, chosen }: ChosenProps) {
  const t = textsOf(locale).embed.code
  const { petition } = chosen
  return (
    <>
      <section>
        <h2>{t.chosen}</h2>
        <p>
          <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
        </p>
        <p class="meta">
          № {formatNumber(locale, petition.number)} · {petition.community.name[locale]}
        </p>
        {!petition.signable && <p class="note">{t.closed}</p>}
        <p>
          <a href={href(locale, paths.embed)}>{t.another}</a>
        </p>
      </section>
      <EmbedOptions locale={locale} chosen={chosen} />
      <Codes locale={locale} publicUrl={publicUrl} chosen={chosen} />
      <Preview locale={locale} chosen={chosen} />
    </>
  )
}

/** The widget itself, as it will stand on the NGO's page. */
function Preview({ locale, chosen }: Omit<ChosenProps, 'publicUrl'>) {
  const t = textsOf(locale).embed.code
  const { petition, lang, theme, size } = chosen
  const address = href(lang, paths.embedded(petition.id))
  return (
    <section>
      <h2>{t.preview}</h2>
      <p>{t.previewLead}</p>
      <script type="module" src={WIDGET_SCRIPT}></script>
      <viche-petition petition={petition.id} lang={lang} theme={theme} size={size}>
        <a href={href(lang, paths.petition(petition.id))}>{petition.title}</a>
      </viche-petition>
      <noscript>
        <iframe src={address} title={t.preview} width="100%" height="600"></iframe>
      </noscript>
    </section>
  )
}
