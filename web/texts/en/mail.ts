import type { mail as uk } from '../uk/mail'
import { digest } from './digest-mail'
import { draft } from './draft-mail'
import { receiver } from './receiver-mail'

export const mail: typeof uk = {
  digest,
  draft,
  receiver,
  greeting: 'Hello!',
  signature: 'Viche, e-petitions for communities',
  linkHours: (hours) => `The link works for ${hours}.`,
  basis: (item, rule) => `Basis: ${item} (${rule}).`,
  toPetition: 'Open the petition’s page',
  toOwnPage: 'Your own page: where the petition stands and what is next (do not forward this link)',
  toDesk: 'Open on the desk',
  links: {
    sign: {
      subject: 'Confirm your signature',
      lead: 'To have your signature counted, open the page behind the link and press the button on it.',
      button: 'Go to confirmation',
      otherwise: 'If you have not signed a petition, ignore this mail: no signature will be counted.',
    },
    submit: {
      subject: 'Confirm your petition',
      lead: 'To submit the petition, open the page behind the link and press the button on it. A moderator then checks it within two working days.',
      button: 'Go to confirmation',
      otherwise: 'If you have not submitted a petition, ignore this mail: nothing will happen.',
    },
    author: {
      subject: 'The page of the petition’s author',
      lead: 'Behind this link you see what is happening to your petition, and you can withdraw it. Do not pass it on.',
      button: 'Open the author’s page',
      otherwise: 'If you are not the author of a petition, ignore this mail.',
    },
    'sign-in': {
      subject: 'Sign in to the desk',
      lead: 'With this link you add a passkey for the desk, or ask for another one in place of a lost one. Open it on the device you work on.',
      button: 'Go to the passkey',
      otherwise: 'If you did not try to sign in, ignore this mail and do not pass the link on.',
    },
    resident: {
      subject: 'Your signatures and data',
      lead: 'This link opens your page: signatures, receipts, mails, and what is held about you. It works for 30 minutes and only once. Do not pass it on.',
      button: 'Open my page',
      otherwise: 'If you did not ask for it, ignore this mail: without it nobody opens your page.',
    },
  },
  receipt: {
    mine: 'All my signatures and data',
    subject: 'Receipt for your signature on the petition',
    lead: 'The receipt is attached. It proves that your signature is in the petition’s log.',
    number: 'Number of the entry in the log',
    annulled:
      'Please note: this signature was annulled later. The receipt still proves that it was written to the log.',
    keep: 'Keep the file. Should the entry ever be removed or changed, you can prove it even without our site. It does not hold your name.',
    verify: 'Check the receipt',
    otherwise: 'If you did not ask for the receipt, ignore this mail.',
  },
  notices: {
    'moderation-due': {
      subject: ({ number }) => `Petition No. ${number} is waiting to be checked`,
      body: ({ due }) =>
        `A new petition has come in. Check it against the requirements and, by ${due}, publish it or refuse, naming the ground.`,
    },
    submitted: {
      subject: ({ number }) => `Petition No. ${number} submitted`,
      body: ({ due }) =>
        `Your petition is submitted. A moderator will check it against the requirements by ${due}. We will tell you the result.`,
    },
    published: {
      subject: ({ number }) => `Petition No. ${number} published`,
      body: ({ threshold, closesOn }) =>
        `Your petition is published and signatures are being collected. Signatures needed: ${threshold}. Last day of collection: ${closesOn}. Tell your neighbours about it.`,
    },
    refused: {
      subject: ({ number }) => `Petition No. ${number} not published`,
      body: () =>
        'Your petition was not published because it does not meet the requirements. The ground and the moderator’s explanation follow. You may correct the petition and submit it again.',
    },
    'threshold-reached': {
      subject: ({ number }) => `Petition No. ${number}: enough signatures collected`,
      body: ({ count, threshold }) =>
        `The petition has ${count}; ${threshold} were needed. It must now be passed to the council. The deadlines are on the petition’s page.`,
    },
    dossier: {
      subject: ({ number }) => `Data of petition No. ${number}, supported by enough signatures`,
      body: ({ council }) =>
        `${council}: the organisation sends the data of a petition that has collected enough signatures.`,
    },
    'collection-ended': {
      subject: ({ number }) => `Petition No. ${number}: collection ended`,
      body: ({ count, threshold, due }) =>
        `Collection has ended with ${count}; ${threshold} were needed. The petition will be handled as a citizens’ appeal, usually by ${due}.`,
    },
    'appeal-registered': {
      subject: ({ number }) => `Petition No. ${number} registered as a citizens’ appeal`,
      body: ({ due }) => `Your petition is registered as a citizens’ appeal, to be considered by ${due}.`,
    },
    'appeal-answered': {
      subject: ({ number }) => `Answer to the appeal on petition No. ${number}`,
      body: () => 'Your petition was considered as a citizens’ appeal. The answer follows.',
    },
    transferred: {
      subject: ({ number }) => `Petition No. ${number} passed on for consideration`,
      body: ({ council }) =>
        `The petition has been passed on for consideration to ${council} and its executive bodies.`,
    },
    'consideration-begun': {
      subject: ({ number }) => `Consideration of petition No. ${number} has begun`,
      body: ({ due }) => `The council has published that it is considering the petition, by ${due}.`,
    },
    'draft-ordered': {
      subject: ({ number }) => `Petition No. ${number}: prepare a draft decision`,
      body: ({ due }) => `You are to prepare a draft decision on the petition${due ? ` by ${due}` : ''}.`,
    },
    extended: {
      subject: ({ number }) => `Consideration of petition No. ${number} extended`,
      body: ({ due }) =>
        `Consideration is extended to ${due} so that public hearings can be held. You may present your petition there.`,
    },
    decided: {
      subject: ({ number }) => `Petition No. ${number}: announce the decision`,
      body: ({ due }) =>
        `The petition has been considered. Announce whether it is supported by ${due}: only the head of the community does so.`,
    },
    announced: {
      subject: ({ number }) => `Decision on petition No. ${number} announced`,
      body: () => 'The head of the community has announced the decision on the petition.',
    },
    answered: {
      subject: ({ number }) => `Answer to petition No. ${number}`,
      body: ({ council }) =>
        `${council} has considered the petition. Its written answer with reasons follows.`,
    },
    'fell-below': {
      subject: ({ number }) => `Petition No. ${number}: fewer signatures than needed`,
      body: ({ count, threshold }) =>
        `After an annulment the petition has ${count} left; ${threshold} are needed. The council will say whether consideration goes on or the petition returns to collecting signatures. Until then nothing changes and the terms run on.`,
    },
    'count-restored': {
      subject: ({ number }) => `Petition No. ${number}: enough signatures again`,
      body: ({ count, threshold }) =>
        `The petition again has ${count}; ${threshold} are needed. There is nothing left to decide about its consideration.`,
    },
    'consideration-kept': {
      subject: ({ number }) => `Consideration of petition No. ${number} goes on`,
      body: ({ count, threshold }) =>
        `After an annulment the petition has ${count} left; ${threshold} are needed. The council has decided that consideration goes on. The reason follows.`,
    },
    'collection-resumed': {
      subject: ({ number }) => `Petition No. ${number} returned to collecting signatures`,
      body: ({ count, threshold, closesOn }) =>
        `After an annulment the petition has ${count} left; ${threshold} are needed. The council has ended its consideration and returned the petition to collecting signatures. Last day of collection: ${closesOn}. Where that day has passed, the petition will be handled as a citizens’ appeal. The reason follows.`,
    },
    withdrawn: {
      subject: ({ number }) => `Petition No. ${number} withdrawn`,
      body: () => 'The author has withdrawn the petition. Signatures are no longer collected.',
    },
    reminder: {
      subject: ({ number, due }) => `Reminder: petition No. ${number}, due ${due}`,
      body: ({ duty, due, actor }) => `To be done by ${due}: ${duty}. Responsible: ${actor}.`,
    },
    'strict-passed': {
      subject: ({ number }) => `Petition No. ${number}: calendar term has ended`,
      body: ({ duty, due, actor }) =>
        `By the calendar the term has ended; its last day moved to a working day: ${due}. To be done: ${duty}. Responsible: ${actor}.`,
    },
    overdue: {
      subject: ({ number }) => `Overdue: petition No. ${number}`,
      body: ({ duty, due, actor }) =>
        `The deadline passed on ${due}. Not done: ${duty}. Responsible: ${actor}. It is recorded in the petition’s event journal.`,
    },
  },
  annulment: {
    subject: 'Your signature was annulled',
    lead: 'Your signature under the petition was annulled and no longer counts. You asked to be told.',
    ground: 'Ground for annulling',
    signature: 'Number of the signature on the list',
    entry: 'Number of the annulment in the signature log',
    explanation: 'Explanation',
    objection: (council, host) =>
      `If you disagree, write to the council (${council}) or to where the signatures are collected (${host}), naming the number of the petition and of your signature. You may also challenge the annulment in court. Your receipt remains valid: it proves that the signature was in the log.`,
  },
  withdrawal: {
    subject: 'Your signature is withdrawn',
    lead: 'You have withdrawn your signature from the petition. The log of signatures has an entry of it, and the signature no longer counts.',
    objection: (council, host) =>
      `If you did not do this, write to the council (${council}) or to where signatures are collected (${host}): give the number of the petition and of the signature. This address was kept for this mail alone and is erased by now.`,
  },
  facts: {
    title: 'Petition',
    named: (number, title) => `No. ${number} “${title}”`,
    council: 'Addressed to',
    ground: 'Ground for refusal',
    explanation: 'The moderator’s explanation',
    startDate: 'Start of collection',
    sentAt: 'Date of sending',
    total: 'Total number of signatures',
    length: 'Length of collection',
    ngo: 'Organisation',
    ngoEmail: 'E-mail of the organisation',
    signers: 'List of people who signed',
    registrationNumber: 'Registration number of the appeal',
    outcome: 'Decision',
    reason: 'Reason',
    hearing: 'Page of the public hearings',
    statement: 'Announcement by the head of the community',
    answer: 'Answer',
    reasons: 'Reasons',
    appealRight:
      'If you disagree with how the petition was considered, you may appeal to a higher body or to a court (item 20 of the Regulation on e-petitions, R21).',
  },
}
