import { about } from './en/about'
import { anomaly } from './en/anomaly'
import { answerDraft } from './en/answer-draft'
import { audit } from './en/audit'
import { author } from './en/author'
import { chart } from './en/chart'
import { community } from './en/community'
import { councilSignIn } from './en/council-sign-in'
import { design } from './en/design'
import { desk } from './en/desk'
import { deskCase } from './en/desk-case'
import { deskHelp } from './en/desk-help'
import { documents } from './en/documents'
import { embed } from './en/embed'
import { feed } from './en/feed'
import { find } from './en/find'
import { forms } from './en/forms'
import { home } from './en/home'
import { host } from './en/host'
import { hostDesk } from './en/host-desk'
import { identity } from './en/identity'
import { keptForm } from './en/kept-form'
import { law } from './en/law'
import { list } from './en/list'
import { log } from './en/log'
import { mirror } from './en/mirror'
import { office } from './en/office'
import { passkeys } from './en/passkeys'
import { petition } from './en/petition'
import { queue } from './en/queue'
import { resident } from './en/resident'
import { sending } from './en/sending'
import { share } from './en/share'
import { signers } from './en/signers'
import { signing } from './en/signing'
import { site } from './en/site'
import { submit } from './en/submit'
import { systems } from './en/systems'
import { updates } from './en/updates'
import { verify } from './en/verify'
import { widget } from './en/widget'

export const en = {
  audit,
  author,
  about,
  chart,
  community,
  design,
  desk,
  documents,
  embed,
  feed,
  find,
  forms,
  home,
  host,
  hostDesk,
  identity,
  law,
  list,
  log,
  mirror,
  office,
  councilSignIn,
  passkeys,
  petition,
  queue,
  resident,
  share,
  signers,
  signing,
  sending,
  keptForm,
  deskHelp,
  deskCase,
  answerDraft,
  anomaly,
  site,
  submit,
  systems,
  updates,
  verify,
  widget,
}
