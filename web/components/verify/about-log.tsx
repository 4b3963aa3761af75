import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { Commands } from './commands'

interface AboutLogProps {
  readonly locale: Locale
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  /** Verifier key of every log of the site (C2SP signed-note). */
  readonly verifierKey: string
}

/** What the log is, what verifying proves and what it cannot, and how to verify without a browser. */
export function AboutLog({ locale, publicUrl, verifierKey }: AboutLogProps) {
  const { log, proves, cannot, command: t } = textsOf(locale).verify
  return (
    <>
      <section>
        <h2>{log.title}</h2>
        <p>{log.entries}</p>
        <p>{log.root}</p>
        <p>{log.count}</p>
      </section>
      <Statements title={proves.title} statements={Object.values(proves.parts)} />
      <Statements title={cannot.title} statements={Object.values(cannot.parts)} />
      <section>
        <h2>{t.title}</h2>
        <p>{t.lead}</p>
        <Commands
          lines={[
            `curl -fsSLO ${publicUrl}/verify/viche.mjs`,
            `node viche.mjs verify ${publicUrl}${paths.petition('xxxxxxxxxx')}`,
          ]}
        />
        <p>
          <a href={href(locale, paths.mirror)}>{t.mirror}</a>
        </p>
        <p>{t.formats}</p>
        <KeyOfSite locale={locale} verifierKey={verifierKey} />
      </section>
    </>
  )
}

export function KeyOfSite({ locale, verifierKey }: Pick<AboutLogProps, 'locale' | 'verifierKey'>) {
  const t = textsOf(locale).verify.command
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t.key}</dt>
          <dd>
            <code>{verifierKey}</code>
          </dd>
        </div>
      </dl>
      <p class="meta">{t.keyHint}</p>
    </>
  )
}

function Statements({ title, statements }: { readonly title: string; readonly statements: string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {statements.map((statement) => (
          <li>{statement}</li>
        ))}
      </ul>
    </section>
  )
}
