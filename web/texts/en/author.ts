import type { author as uk } from '../uk/author'

export const author: typeof uk = {
  title: 'Author’s page',
  pageTitle: (petition) => `Author’s page: ${petition}`,
  private:
    'Only you can see this page. Do not pass its link on: whoever has it can withdraw the petition. Every mail about the petition brings a new link.',
  now: {
    moderation:
      'A moderator checks whether the petition meets the law’s requirements. There is nothing you need to do.',
    refused:
      'The petition was not published. The ground is given below; you can mend the text and submit it again.',
    collecting: 'The petition is published and can be signed.',
    'threshold-reached': 'There are enough signatures. Now the council has to consider the petition.',
    consideration: 'The council is considering the petition.',
    answered: 'The council has considered the petition and published its answer.',
    appeal: 'Signatures fell short, so the petition is handled as your appeal as a citizen.',
    withdrawn: 'You withdrew the petition. It can no longer be signed.',
    archived: 'The work on the petition is finished. Its page stays open to all.',
  },
  next: 'What comes next',
  nextNothing: 'No deadlines are running now.',
  nextCollect: (left, day) =>
    `Still to collect by the end of ${day}: ${left}. If they fall short, the petition is considered as a citizens’ appeal (item 9 of the Regulation).`,
  who: 'Who',
  until: 'No later than',
  overdue:
    'The time is over and the duty is not met. Everybody sees this on the petition’s page. You can remind the council or appeal against its inaction (item 20 of the Regulation).',
  later: {
    moderation:
      'Then we write to you: the petition is published and collection has begun, or why it was not. It can be refused only on the grounds of items 3 and 4 of the Regulation.',
    refused: 'There is no time limit for submitting again: mend the text when it suits you.',
    collecting:
      'Once there are enough signatures, the head passes the petition on and the council announces its consideration. We will write to you.',
    'threshold-reached':
      'From the announcement that consideration has begun the council has ten working days at most. We write to you about each step.',
    consideration:
      'On the next working day after consideration the head announces whether the petition is supported, and the council publishes its answer and sends it to you.',
    answered:
      'The written answer was sent to your mailbox, and the petition’s page is kept for at least three years.',
    appeal: 'The answer to the appeal comes to your mailbox and appears on the petition’s page.',
    withdrawn: 'Signatures do not pass to another petition.',
    archived:
      'The number of signatures and the dates of collection are kept for at least three years (item 19 of the Regulation).',
  },
  refusedTitle: 'Mend it and submit it again',
  refusedText:
    'We put the text into the form: change what the moderator pointed out and send it. It will be a new petition with a new time for checking.',
  refusedAgain: 'Mend the text',
  again: 'Submit a petition with this text again',
  appealTitle: 'If you do not agree',
  appealText:
    'You have the right to appeal against how the petition was considered: to a higher body or official, or to a court (item 20 of the Regulation).',
  shareText: 'Pass this link on freely, but never the link to this page.',
  view: 'The petition’s page',
  yourText: 'Your text',
  withdraw: 'Withdraw the petition',
  withdrawLead:
    'While the petition is in moderation or collecting signatures, you can withdraw it. Collection cannot be resumed afterwards.',
  withdrawAsk: 'Really withdraw the petition?',
  withdrawWarning: 'Collection ends for good. Signatures do not pass to another petition.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, keep it',
  withdrawnTitle: 'Petition withdrawn',
  withdrawnText: 'Signatures are no longer collected. The council has been told.',
  submitted: 'Petition submitted',
  alreadySubmitted: 'This petition is already submitted',
  numberLabel: 'Number of the petition in the community',
  stepCheck: 'A moderator checks the petition no later than',
  stepCheckTerm: 'two working days, the day of submission not counted',
  stepTold: 'We write to you that it is published, or name the ground on which it was not.',
  stepCollect: (threshold, term) =>
    `If it is published, collection begins: ${threshold} are needed within ${term}.`,
  submittedKeep:
    'A mail with a link to your page is on its way: it shows where the petition stands and what comes next.',
  toOwnPage: 'Open the author’s page',
  linkTitle: 'Get a new link to the author’s page',
  linkLead: 'Give the petition and the address it was submitted from. A new link goes to that address.',
  linkPetition: 'Address of the petition’s page',
  linkPetitionHint: 'Copy it from the browser’s address bar or from a mail.',
  linkEmailHint: 'The one you gave when you submitted the petition.',
  linkExpired: 'The link has expired',
  linkExpiredText:
    'Links to the author’s page work for a limited time, so that nobody else can use them. Press the button and we mail a new one to the same address.',
  linkBroken: 'This link is damaged or from elsewhere. Open all of it from the mail, or ask for a new one.',
  linkButton: 'Send a new link',
  linkSent: 'Check your mail',
  linkSentText:
    'If the petition was submitted from this address, a mail with a new link arrives there within a few minutes. We do not say here whether it was, so that nobody learns another’s address.',
  linkSpam: 'No mail? Look in the spam folder, and make sure that this is the address you gave.',
}
