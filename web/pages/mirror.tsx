import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { KeyOfSite } from '../components/verify/about-log'
import { Commands } from '../components/verify/commands'
import { mirrorCommands } from '../components/verify/mirror-commands'
import { textsOf } from '../texts'

export interface MirrorPageProps {
  readonly locale: Locale
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  /** Verifier key of every log of the site (C2SP signed-note). */
  readonly verifierKey: string
}

/** How an organisation keeps a copy of a log and verifies it every night, by commands to be copied. */
export function MirrorPage({ locale, publicUrl, verifierKey }: MirrorPageProps) {
  const { mirror: t } = textsOf(locale)
  const commands = mirrorCommands(publicUrl, locale === 'uk' ? '' : ` --lang ${locale}`)
  return (
    <Page
      styles={['forms', 'verify']}
      locale={locale}
      path={paths.mirror}
      title={t.title}
      description={t.description}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p>{t.needs}</p>
      <p class="note">{t.placeholder}</p>
      <ol class="stages">
        {Object.entries(t.steps).map(([name, { title, text }]) => (
          <li>
            <h2>{title}</h2>
            <p>{text}</p>
            <Commands name={name} lines={commands[name as keyof typeof commands]} />
          </li>
        ))}
      </ol>
      <p>{t.codes}</p>
      <section>
        <h2>{t.failed.title}</h2>
        <p>{t.failed.text}</p>
      </section>
      <section>
        <h2>{t.publish.title}</h2>
        <p>{t.publish.text}</p>
        <KeyOfSite locale={locale} verifierKey={verifierKey} />
      </section>
      <p>
        <a href={href(locale, paths.verify)}>{t.verify}</a>
      </p>
    </Page>
  )
}
