import type { signing as uk } from '../uk/signing'

export const signing: typeof uk = {
  steps: {
    title: 'Three steps, a few minutes',
    form: 'Fill in this form.',
    mail: 'Open the mail that we send you.',
    confirm: 'Press the button to confirm. Then your signature counts.',
  },
  needed: 'You need an e-mail address that you can read now.',
  until: (day) => `You can sign until the end of ${day}.`,
  privacy:
    'Only this tab remembers the name, until you send the form. The device does not remember the e-mail address.',
  without: {
    title: 'Your browser does not run JavaScript',
    why: 'So this form cannot be sent: its script proves that a person is signing and not a program. The rest of the site works without.',
    ways: 'What you can do',
    enable: 'Turn JavaScript on in the browser’s settings and reload the page.',
    other:
      'Open the page in another browser, or on somebody else’s phone or computer, at a library for example. Give your own address: the signature can be confirmed anywhere, and that needs no scripts.',
    appeal: (council) =>
      `Write an appeal of your own to the council (${council}). It does not count as a signature, but it has to be answered.`,
  },
  names: {
    tooLong: 'Too long: there is room for 60 characters here.',
    notAName:
      'Remove digits, emoji and other signs: a name is written in letters, with apostrophes, hyphens or spaces where needed.',
    mixedScripts: 'Cyrillic and Latin letters are mixed here. Write the whole name in one alphabet.',
    controlCharacters:
      'There are invisible characters here, perhaps copied with the text. Type the name again.',
  },
  sending: {
    offline:
      'There is no connection. What you entered stays: as soon as there is one, the form is sent by itself.',
    retrying: 'The connection is weak, trying again…',
  },
  sent: {
    help: 'No mail?',
    spam: 'Look in the folders “Spam” and “Promotions”.',
    wait: 'Wait two or three minutes: some mail services hold back mail from senders they do not know.',
    typo: 'Check the address above: one letter too many, and the mail goes elsewhere.',
    correct: 'Correct the address',
    again: 'Send it again',
    againIn: 'Send it again (in {n} s)',
    sentAgain: 'Another mail is on its way. The link in either of them will do.',
  },
  confirm: {
    published: 'After you confirm, your name and the date appear in the list of signers.',
  },
  next: {
    title: 'What comes next',
    left: (signatures, day) => `Still needed: ${signatures}. Collection runs until ${day}.`,
    enough: 'There are enough signatures for the council to consider the petition.',
    past: 'Collection has ended; the petition is with the council.',
    stepsThen: 'Once there are enough signatures, the Regulation on e-petitions demands:',
    stepsNow: 'Next the Regulation on e-petitions demands:',
    by: (who, term) => `(${who}; within ${term})`,
    short: 'Should signatures fall short, the petition is considered as a citizens’ appeal.',
  },
  closed: {
    title: 'Collection has ended',
    notCounted: 'This signature was not counted: the petition takes no more signatures.',
    stands: 'Where the petition stands now',
    now: {
      moderation: 'A moderator is still checking it. It can be signed once it is published.',
      refused: 'It was not published because it does not meet the requirements.',
      collecting: 'The term is over and the signatures are being counted.',
      'threshold-reached': 'It has enough signatures and is being passed on for consideration.',
      consideration: 'The council is considering it.',
      answered: 'The council has considered it and published its answer.',
      appeal: 'Signatures fell short; it is considered as a citizens’ appeal.',
      withdrawn: 'Its author withdrew it.',
      archived: 'Work on it is finished.',
    },
    instead: 'What you can do',
    read: 'Read what is happening to the petition',
    others: 'Sign other petitions of the community',
    appeal: (council) => `Write an appeal of your own to the council (${council}): it has to be answered.`,
  },
  expired: {
    title: 'The link has expired',
    lead: 'There is no need to fill in the form again. Press the button and we send a new mail to the same address.',
    button: 'Send me a new mail',
    otherAddress: 'Another address, or a mistake in the name?',
    form: 'Fill in the form anew',
    sentTitle: 'A new mail is on its way',
    sent: 'Open it and press the button to confirm. Only then is your signature counted.',
  },
}
