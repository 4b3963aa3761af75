import type { submit as uk } from '../uk/submit'

export const submit: typeof uk = {
  title: 'Submit a petition',
  step: (n, of) => `Step ${n} of ${of}`,
  steps: {
    idea: 'What should be done?',
    text: 'Explain why',
    similar: 'Similar petitions',
    author: 'Who submits the petition',
    preview: 'Check and send',
  },
  pageTitle: (step, community) => `${step} · New petition: ${community}`,
  errorTitle: (title) => `Error: ${title}`,
  next: 'Continue',
  previous: 'Back',
  toPreview: 'Save and return to the preview',
  to: 'The petition will be addressed to',
  host: 'Signatures will be collected by',
  terms: (threshold, term) =>
    `For the council to consider the petition, ${threshold} must be collected within ${term}.`,
  before: 'What happens and what you need',
  beforeParts: {
    time: 'Five steps, usually no more than ten minutes. It costs nothing.',
    mail: 'An e-mail address: a mail will ask you to confirm.',
    name: 'Your surname, given name and patronymic are published with the petition: the law demands it. Nobody sees your e-mail address.',
    check:
      'A moderator checks the petition within two working days and may refuse it only on grounds named by law.',
  },
  alreadyAuthor: 'Have you submitted a petition? Get a link to your page',
  petitionTitle: 'Title of the petition',
  petitionTitleHint:
    'In one sentence: what to do and where. For example: “Build a pedestrian crossing by School No. 3”.',
  topic: 'Topic',
  topicHint: 'A topic makes the petition easier to find.',
  topicNone: 'Not chosen',
  petitionText: 'Text of the petition',
  petitionTextHint:
    'What is wrong, what exactly you ask for, why it matters. Plain text; an empty line begins a new paragraph.',
  charactersLeft: (n) => `Characters left: ${n}`,
  charactersOver: (n) => `Characters too many: ${n}`,
  helpTitle: 'How to write persuasively',
  helpParts: {
    one: 'One petition, one request. Submit another for the second.',
    what: 'Name the action, the place and who has to act: “We ask the council to install…”.',
    why: 'Give facts: how many people it concerns, what has been tried, what it may cost.',
    power: 'Ask for what the council can decide itself: roads, schools, public spaces, the local budget.',
    privacy: 'Leave out phone numbers, addresses and codes, yours or others’: everybody sees the text.',
  },
  forbiddenTitle: 'What the law does not allow',
  forbidden:
    'A petition must not call for the overthrow of the constitutional order, for violating the territorial integrity of Ukraine, spread propaganda of war, violence or cruelty, incite ethnic, racial or religious hatred, call for terrorism or attack human rights and freedoms (item 4 of the Regulation).',
  forbiddenWho:
    'A moderator judges this, not a program. Whoever refuses names the ground, and you can mend the text and submit it again.',
  wantsHearing: 'I ask for public hearings',
  wantsHearingHint:
    'You can then present the petition at the hearings; the time to consider it may be extended (item 15 of the Regulation).',
  adviceTitle: 'Please note',
  adviceFree: 'This is only advice. If all is well, continue.',
  adviceFreeLast: 'This is only advice: the petition can be sent as it is.',
  advice: {
    'title-capitals': 'The title is written in capitals. Ordinary letters are easier to read.',
    'title-request':
      'The title does not say what should be done. Begin with an action: “build”, “repair”, “forbid”.',
    'title-personal':
      'The title holds a phone number, an e-mail address or a tax number. Everybody sees it: better take it out.',
    'title-long-word': 'The title holds a very long word. Is a space missing?',
    'text-capitals': 'The text is written in capitals. Ordinary letters are easier to read.',
    'text-request':
      'The text does not seem to ask for anything. Say what exactly the council should do: without it a moderator may refuse (item 3 of the Regulation).',
    'text-brief':
      'The text is brief. A few sentences on whom it concerns and why it matters persuade more people.',
    'text-wall': 'The text has no breaks. Divide it into paragraphs with empty lines.',
    'text-phone': 'The text holds a phone number. Everybody sees the text: better take it out.',
    'text-email': 'The text holds an e-mail address. Everybody sees the text: better take it out.',
    'text-tax-number':
      'The text holds ten digits that look like a tax number. Everybody sees the text: better take them out.',
    'text-long-word': 'The text holds a very long word. Is a space missing?',
  },
  similarLead:
    'The community has similar petitions already. Signing one of them may serve better: signatures come faster together. If yours is about something else, continue.',
  similarNone: 'We found no similar petitions in the community.',
  similarUnknown:
    'Similar petitions could not be looked for just now. You can look through the list yourself or simply continue.',
  similarList: 'Petitions of the community',
  similarRead: 'Read it',
  similarSign: 'Sign it instead of submitting yours',
  newTab: '(in a new tab)',
  authorLead:
    'The law asks for the petition’s author (initiator) and their e-mail address (item 3 of the Regulation).',
  emailHint: 'All messages about the petition come here. The address is not published.',
  previewLead:
    'This is how the petition’s page will look on the first day of collection. Nothing is sent yet.',
  previewLabel: 'Preview of the petition',
  previewCloses: (day) => `Were it published today, the last day of collection would be ${day}.`,
  previewMail: 'The mail to confirm goes to',
  changeIdea: 'Change title and topic',
  changeText: 'Change the text',
  changeAuthor: 'Change the author’s data',
  button: 'Submit the petition',
  noScriptTitle: 'Sending the petition needs JavaScript',
  noScript:
    'A small task that the browser solves protects the site from masses of forged petitions. Scripts are off in your browser, or they did not arrive. Turn them on and press the button again, or save the draft to a file (above, “Continue later”) and open it in another browser. Nothing you typed is lost.',
  unsent:
    'The petition is not sent yet: the browser did not run the script that protects from robots. Everything you typed is here. What to do is said at the foot of the page.',
  later: 'Continue later',
  laterKept: 'The draft keeps itself on this device: open this page again and we will offer to go on.',
  laterFile:
    'You can save the draft to a file and open it on any device. The file holds the petition’s text but nothing about you. The site keeps nothing until you send it.',
  laterSave: 'Save the draft to a file',
  fileTitle: 'Draft of a petition',
  fileGoOn: 'Continue at the site',
  draftFound: 'There is a draft on this device',
  draftOf: (title, when) => `“${title}”, saved ${when}. It is on this device alone.`,
  draftSent: (title, when) =>
    `“${title}”: you sent this petition ${when}. If the mail to confirm is lost or its link has expired, send it again.`,
  draftUntitled: 'Untitled',
  draftTake: 'Go on with it',
  draftDiscard: 'Erase the draft',
  draftErased: 'The draft is erased.',
  draftUndo: 'Bring it back',
  draftElsewhere:
    'You are writing this petition in another tab, too. Each tab has its own text; the draft keeps what was typed last.',
  doneTitle: 'One step left: open your mail',
  doneText: 'We sent a mail to',
  doneNext:
    'Open it and confirm while the link works: three days. A moderator then checks the petition within two working days. If there are two mails, confirm only one.',
  doneSpam:
    'No mail after a few minutes? Look in the spam folder. The draft stays on this device, so you can send the petition again.',
  expiredTitle: 'The link has expired',
  expiredText:
    'The link to confirm works for three days. The petition was not submitted, and its text, which waited sealed for your confirmation, is erased here.',
  expiredDraft:
    'The draft is still on the device you wrote it on: open the form there and we will offer to send the petition again.',
  expiredAgain: 'Open the form',
  expiredConfirmed: 'Have you confirmed it before?',
  faults: {
    'title.missing': 'Write the title of the petition.',
    'title.too-short': 'The title is too short: at least five characters are needed.',
    'title.too-long': 'The title is too long: shorten it to 200 characters.',
    'text.missing': 'Write the text of the petition.',
    'text.too-short': 'The text is too short: at least twenty characters are needed.',
    'text.too-long': 'The text is too long: shorten it to 20,000 characters.',
    'author.surname.missing': 'Give your surname.',
    'author.givenName.missing': 'Give your given name.',
    'author.email.missing': 'Give your e-mail address.',
    'noticeRead.missing': 'Read which data will be published and tick the box.',
  },
}
