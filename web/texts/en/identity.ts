import type { identity as uk } from '../uk/identity'

export const identity: typeof uk = {
  ways: {
    title: 'Choose how to sign',
    email: 'By e-mail',
    emailHint: 'Fill in the form below and confirm the signature in the mail.',
    by: {
      openid: 'With electronic identification',
      'id-gov-ua': 'With id.gov.ua: Diia.Signature, BankID, qualified signature',
    },
    hint: {
      openid: 'A provider whom the council trusts confirms who you are. No mail is needed.',
      'id-gov-ua': 'The state’s identification system confirms who you are. No mail is needed.',
    },
    noMail:
      'For this petition the council takes only signatures of people who were identified electronically.',
  },
  begin: {
    title: { openid: 'Sign with electronic identification', 'id-gov-ua': 'Sign with id.gov.ua' },
    steps: 'What will happen',
    go: {
      openid: 'You go to the site of the identification provider and prove who you are.',
      'id-gov-ua':
        'You go to id.gov.ua and prove who you are, with Diia.Signature, BankID or a qualified signature.',
    },
    back: 'You come back here and see your name as it will be published.',
    press: 'You press the button. Only then is the signature counted.',
    asked: 'What we learn',
    name: 'Surname, name and patronymic: they are published in the list of signers.',
    number:
      'Your registration number (RNOKPP or UNZR) or, where there is none, a checked e-mail address, so that each person signs once. We do not keep them but compute a code from which neither can be recovered.',
    button: { openid: 'Go to identification', 'id-gov-ua': 'Go to id.gov.ua' },
    leaving: { openid: 'Going to identification', 'id-gov-ua': 'Going to id.gov.ua' },
    leavingText: 'If nothing has happened after a few seconds, press the button.',
    other: 'Other ways to sign',
  },
  confirm: {
    published: 'Exactly so your name will appear in the list of signers, with the date of signing.',
    leave: 'Do not sign',
    wrong:
      'Is the name wrong? The identification provider has confirmed it, so it must be corrected where you got your signature or BankID.',
  },
  failures: {
    cancelled: {
      title: 'You did not confirm who you are',
      text: 'Signing in was cancelled, so the petition is not signed. You can try again or choose another way.',
    },
    expired: {
      title: 'The time to confirm is over',
      text: 'There are 15 minutes to sign in and confirm, and each sign-in works once. The signature was not counted. Begin again in this same browser, with cookies allowed.',
    },
    untrusted: {
      title: 'The answer did not pass the checks',
      text: 'What came from the identification system does not match what we asked. To be safe we stopped. The signature was not counted; try again.',
    },
    unavailable: {
      title: 'The identification system does not answer',
      text: 'Signing this way does not work now. The signature was not counted. Try again in a few minutes or choose another way.',
    },
    unreadable: {
      title: 'The answer could not be read',
      text: 'The identification system sent the data encrypted in a way that this site cannot open. It is not your mistake. The signature was not counted; choose another way.',
    },
    nameless: {
      title: 'Surname or name is missing',
      text: 'The identification system did not say a surname or a name, and without them a signature does not count. Try another signature or another bank.',
    },
    'unusual-name': {
      title: 'The name is written unusually',
      text: 'The name that the identification system gave has characters that no name has, or mixes Cyrillic and Latin letters. Such a name cannot be published. Try another signature or another bank.',
    },
    unidentified: {
      title: 'The registration number is missing',
      text: 'The identification system gave neither RNOKPP nor UNZR nor a checked address. Without one we cannot tell whether you have signed before. Try another way.',
    },
    'not-accepted': {
      title: 'This petition cannot be signed that way',
      text: 'When the petition was published, the council did not accept this way.',
    },
  },
  failed: {
    again: 'Try again',
    instead: 'What you can do',
    petition: 'Go back to the petition',
    list: 'See the list of petitions',
    appeal: (council: string) =>
      `Write an appeal of your own to the council (${council}). It is no signature under the petition, but they must answer it.`,
  },
}
