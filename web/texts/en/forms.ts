import type { forms as uk } from '../uk/forms'

export const forms: typeof uk = {
  surname: 'Surname',
  givenName: 'Given name',
  patronymic: 'Patronymic',
  patronymicHint: 'If you have no patronymic, leave the field empty.',
  email: 'E-mail address',
  honeypot: 'Do not fill in this field',
  noticeTitle: 'About your personal data',
  signNotice:
    'By signing the petition I am informed that my surname, given name, patronymic and the date of signing are published in the list of people who signed the petition (Article 23-1 of the Law of Ukraine “On Citizens’ Appeals”). Other data are used only to check identity and are not published.',
  submitNotice:
    'By submitting the petition I am informed that its text and my surname, given name and patronymic are published (Article 23-1 of the Law of Ukraine “On Citizens’ Appeals”). My e-mail address is used only for mail about the petition and is not published.',
  noticeRead: 'I understand which of my data will be published',
  needsScript:
    'To protect petitions from robots, the form needs JavaScript. Turn it on in the browser’s settings or open the page in another browser.',
  errorSummary: 'Please check what you entered',
  errors: {
    required: 'Fill in this field.',
    email: 'Check the address: it should look like oksana@ukr.net.',
    tooShort: 'The text is too short.',
    tooLong: 'The text is too long.',
    noticeRead: 'Tick the box to go on.',
    network: 'The site cannot be reached. Check the connection and try again. What you entered is kept.',
    server: 'The site is not answering at the moment. Try again in a few minutes. What you entered is kept.',
  },
  progressCheck: 'Preparing…',
  progressSend: 'Sending…',
  sign: {
    title: 'Sign the petition',
    step: 'Next we send you a mail with a button to confirm.',
    emailHint: 'We send a mail with a link here. Without confirmation the signature is not counted.',
    button: 'Send me the mail',
    doneTitle: 'One step left: open your mail',
    doneText: 'We sent a mail to',
    doneNext: 'Open it and press the button to confirm. Only then is your signature counted.',
    doneSpam: 'No mail after a few minutes? Look in the spam folder.',
  },
  confirm: {
    signTitle: 'Confirm your signature',
    submitTitle: 'Confirm your petition',
    person: 'You are signing as',
    author: 'Author (initiator)',
    signButton: 'Yes, I sign the petition',
    submitButton: 'Yes, I submit the petition',
    notYou: 'If this was not you, just close the page. Nothing happens unless the button is pressed.',
  },
  result: {
    signedTitle: 'Thank you! Your signature is counted',
    alreadySignedTitle: 'You have already signed this petition',
    alreadySignedText:
      'Your signature was counted before. Each person signs a petition once, so it is not counted a second time.',
    time: 'Time of confirmation',
    toPetition: 'To the petition',
    toPetitions: 'All petitions',
    countSoon: 'The counter will include your signature in a few seconds.',
  },
  problem: {
    title: 'That did not work',
    code: 'Error code',
    next: 'What to do',
    hints: {
      'body-too-large':
        'Go back to the previous page: what you typed is still there. Shorten the text and send it again.',
      'token-expired': 'Fill in the form again and we will send a new mail.',
      'token-invalid': 'Open the whole link from the mail, or fill in the form again.',
      'collection-ended': 'The petition’s page says what happens to it next.',
      'petition-withdrawn':
        'The author withdrew this petition. Have a look at other petitions of the community.',
      'petition-not-found': 'Look for the petition in the list.',
    },
    hint: 'Go back to the previous page and try again.',
  },
}
