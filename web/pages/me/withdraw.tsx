import type { HeldSignature } from '../../../shared/resident/holdings'
import type { Withdrawability } from '../../../shared/resident/withdrawal'
import { href, paths } from '../../addresses'
import { BackToMine, type Owner } from '../../components/me/open-for'
import { OwnForm } from '../../components/me/own-form'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface WithdrawPageProps extends Owner {
  readonly signature: HeldSignature
  readonly answer: Withdrawability
  /** It was withdrawn just now. */
  readonly done?: boolean
}

/** Whether it is meant, what follows from it, and how it ended; or why it cannot be. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { locale, signature, answer, done } = props
  const t = textsOf(locale).resident.withdrawal
  const titles = { open: t.ask, 'not-in-log': t.waitTitle, 'not-offered': t.refused, over: t.refused }
  const title = answer === 'annulled' ? (done ? t.doneTitle : t.refused) : titles[answer]
  const path = paths.meWithdrawal(signature.petition.id)
  return (
    <Page styles={['forms']} locale={locale} path={path} title={title} noindex>
      <h1>{title}</h1>
      <blockquote class="title" dir="auto">
        {signature.petition.title}
      </blockquote>
      {done && answer === 'annulled' ? <Done {...props} /> : <Answer {...props} />}
    </Page>
  )
}

function Answer(props: WithdrawPageProps) {
  const { locale, signature, answer } = props
  const t = textsOf(locale).resident.withdrawal
  if (answer === 'open') return <Ask {...props} />
  if (answer !== 'not-in-log') {
    return (
      <>
        <p>{t.refusals[answer]}</p>
        <BackToMine locale={locale} />
      </>
    )
  }
  return (
    <>
      <p>{t.wait}</p>
      <p>
        <a class="button" href={href(locale, paths.meWithdrawal(signature.petition.id))}>
          {t.again}
        </a>
      </p>
      <BackToMine locale={locale} />
    </>
  )
}

function Ask({ signature, ...owner }: WithdrawPageProps) {
  const { locale } = owner
  const t = textsOf(locale).resident.withdrawal
  return (
    <>
      <ul>
        {t.consequences.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <OwnForm {...owner} action={paths.meWithdraw} fields={{ petition: signature.petition.id }}>
        <button type="submit" class="danger">
          {t.yes}
        </button>
      </OwnForm>
      <p>
        <a href={href(locale, paths.me)}>{t.no}</a>
      </p>
    </>
  )
}

function Done({ locale, email }: WithdrawPageProps) {
  const t = textsOf(locale).resident.withdrawal
  return (
    <>
      <p class="flash">{t.doneText}</p>
      {email !== undefined && <p>{t.doneMail}</p>}
      <p>{t.doneName}</p>
      <p>
        <a class="button quiet" href={href(locale, paths.meErase)}>
          {t.eraseName}
        </a>
      </p>
      <BackToMine locale={locale} />
    </>
  )
}
