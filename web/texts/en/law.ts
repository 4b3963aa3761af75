import type { law as uk } from '../uk/law'

export const law: typeof uk = {
  aboutTitle: 'How e-petitions work',
  aboutLead:
    'An e-petition is a collective appeal to a local council through a website. Article 23-1 of the Law of Ukraine “On Citizens’ Appeals” and the community’s statute set out how it goes.',
  parts: {
    submit: {
      title: 'Submit',
      text: 'The author states what is asked for and gives a surname, given name, patronymic and e-mail address. A moderator has two working days to publish the petition or explain why not. It can be refused only on grounds named in the law.',
    },
    sign: {
      title: 'Sign',
      text: 'Signatures are collected from the day of publication. The community’s statute says how many are needed and for how long. Each person signs a petition once.',
    },
    consider: {
      title: 'Consider',
      text: 'With enough signatures, the head passes the petition on and the council announces that consideration has begun. It lasts at most ten working days, longer where public hearings are needed.',
    },
    answer: {
      title: 'Answer',
      text: 'The head announces whether the petition is supported. By the next working day after consideration the council publishes an answer with reasons. The author may appeal against it.',
    },
    short: {
      title: 'If signatures fall short',
      text: 'The petition does not vanish: it is handled as an ordinary citizens’ appeal, usually within a month.',
    },
    count: {
      title: 'How terms are counted',
      text: 'The day of the event is not counted. A term ends at midnight Kyiv time. If its last day is not a working day, it ends on the next working day. The collection period does not move for weekends.',
    },
  },
  rulesTitle: 'All the rules',
  rulesLead: 'By these rules the site counts deadlines, sends notices and shows what is overdue.',
  who: 'Who',
  term: 'Term',
  termOfCouncil: 'set by the council',
  force: { law: 'fixed by law', statute: 'set by the community’s statute' },
  privacyTitle: 'Personal data',
  privacyLead: 'We ask only for what the law requires, and show only what it says must be published.',
  privacy: {
    published: {
      title: 'What everyone sees',
      text: 'The surname, given name and patronymic of the author and of those who signed, and the date of signing (Article 23-1 of the Law of Ukraine “On Citizens’ Appeals”). Pages with lists ask search engines not to index them.',
    },
    hidden: {
      title: 'What nobody sees',
      text: 'The e-mail address. It serves to confirm a signature and to send the author notices. A signer’s address is kept only if the signer asks to be told should the signature be annulled, or how the petition fares: encrypted, and no longer than the petition. One press ends mail about the petition, and that address is then erased at once.',
    },
    identified: {
      title: 'Electronic identification',
      text: 'If you sign with id.gov.ua or another provider, we ask it only for surname, name, patronymic and a number (RNOKPP or UNZR) or, where there is none, a checked e-mail address. From the number or address we compute a code, so that a person signs a petition once, and keep neither. While you sign in, for 15 minutes at most, the encrypted data lie in a cookie of your browser.',
    },
    before: {
      title: 'Before you confirm',
      text: 'Until you confirm a signature, your name is not stored: it is only in the encrypted link in your mail. An unconfirmed petition is kept encrypted and soon erased. To hold back abuse, attempts are counted by an irreversible fingerprint of the address.',
    },
    kept: {
      title: 'How long data are kept',
      text: 'The number of signatures and the dates of collection: at least three years from publication (item 19 of the Regulations). Names of signers are erased as soon as the term given in the community’s rules is over; backups may hold them for 35 days more. The author’s address and the petition’s key are destroyed with them, and we can no longer link a signature to a person. The signature log, which holds no names, stays: old receipts can still be verified. Copies that others made of the list while it was public are beyond our reach.',
    },
    robots: {
      title: 'Protection from robots',
      text: 'Your device solves a small puzzle. There are no outside services, advertising tags or cookies for those who read or sign by mail. The name typed into the form to sign is remembered by the open tab alone, until the form is sent; the e-mail address is not remembered. A draft petition, and the state of logs that you have verified, stay on your device.',
    },
    rights: {
      title: 'Your rights',
      text: 'On the page “My signatures” you can learn which of your data are kept, download them, and erase what may go before its term. You may also have them corrected or complain to the Ukrainian Parliament Commissioner for Human Rights. Write to your community’s council: its address is on the community’s page.',
    },
  },
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the petition is not published yet.',
}
