import { about } from './uk/about'
import { anomaly } from './uk/anomaly'
import { answerDraft } from './uk/answer-draft'
import { audit } from './uk/audit'
import { author } from './uk/author'
import { chart } from './uk/chart'
import { community } from './uk/community'
import { councilSignIn } from './uk/council-sign-in'
import { design } from './uk/design'
import { desk } from './uk/desk'
import { deskCase } from './uk/desk-case'
import { deskHelp } from './uk/desk-help'
import { documents } from './uk/documents'
import { embed } from './uk/embed'
import { feed } from './uk/feed'
import { find } from './uk/find'
import { forms } from './uk/forms'
import { home } from './uk/home'
import { host } from './uk/host'
import { hostDesk } from './uk/host-desk'
import { identity } from './uk/identity'
import { keptForm } from './uk/kept-form'
import { law } from './uk/law'
import { list } from './uk/list'
import { log } from './uk/log'
import { mirror } from './uk/mirror'
import { office } from './uk/office'
import { passkeys } from './uk/passkeys'
import { petition } from './uk/petition'
import { queue } from './uk/queue'
import { resident } from './uk/resident'
import { sending } from './uk/sending'
import { share } from './uk/share'
import { signers } from './uk/signers'
import { signing } from './uk/signing'
import { site } from './uk/site'
import { submit } from './uk/submit'
import { systems } from './uk/systems'
import { updates } from './uk/updates'
import { verify } from './uk/verify'
import { widget } from './uk/widget'

export const uk = {
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
