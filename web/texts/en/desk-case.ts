import type { deskCase as uk } from '../uk/desk-case'

export const deskCase: typeof uk = {
  next: 'What to do next',
  until: 'due',
  nothingNext: 'There is nothing to do now',
  nothingNextText:
    'No term is running for this petition. When something is needed, it comes up in the queue.',
  others: 'Other actions',
  toDraft: 'Open the draft of the answer',
  basis: 'Basis',
  mayDo: 'Who may',
  mailed: 'A mail goes to',
  notMailed: 'No mail goes out.',
  present: (names) =>
    `Also looking at this petition now: ${names}. Agree which of you acts: the site will remind the other.`,
  conflict: 'While you had the form open, somebody has acted',
  conflictNext:
    'Your step was not taken, and what you typed is kept. If you want to go on knowing this, send the form again.',
  typed: 'You typed',
  typedLead: 'This step is no longer possible, but what you typed is not lost: copy it if you still need it.',
  pageNone: 'There is no public page: the petition is not published, and only staff see it.',
  pageSoon:
    'The public page is being made. It usually takes a few seconds: reload this page, and the link appears here.',
  history: 'Who did what',
  historyLead:
    'Every event, the newest on top. Names of staff are seen only here; the public page has roles alone.',
  noUndo:
    'What is published cannot be undone: the event journal only grows. Before publication an answer can be taken back from the sign-off, and a form with a preview can be changed.',
  groundHelp:
    'Choose the ground that the text really shows. The law gives no others: disagreeing with the author, mistakes or a similar petition are no ground. When in doubt, publish.',
  preview: {
    reject: 'Preview the mail to the author',
    extend: 'Show the new due date',
    announce: 'Preview the announcement',
  },
  previewTitle: {
    reject: 'Check the refusal before it is sent',
    extend: 'Check the new due date',
    announce: 'Check the announcement',
  },
  previewLead: 'Nothing is saved or sent yet.',
  change: 'Go back and change it',
  mails: 'Mails that will go out',
  mailTo: 'To',
  mailSubject: 'Subject',
  dueBefore: 'Due now',
  dueAfter: 'New last day',
  shifted: (day) =>
    `You gave ${day}. That is not a working day, so the term ends on the next one (Civil Code, Article 254).`,
  checklist: {
    title: 'Check before publishing',
    lead: 'A petition is published if it meets items 3 and 4 of the Regulation. Whether its idea is a good one is not for you to judge: people and the council will.',
    mustTitle: 'The petition must have (item 3)',
    must: {
      essence: 'its essence: it is clear what the author asks for',
      author: 'the author’s surname, name and patronymic',
      email: 'an e-mail address (it is confirmed by mail already)',
    },
    mustNotTitle: 'The petition may not have (item 4)',
    noOther: 'If none of this is broken, the petition has to be published.',
  },
}
