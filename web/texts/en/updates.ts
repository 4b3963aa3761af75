import type { updates as uk } from '../uk/updates'

export const updates: typeof uk = {
  title: 'Mail about what happens next',
  check: 'Tell me what happens to the petition',
  checkHint:
    'A few short mails: enough signatures, consideration begun, decision, answer. One press ends them. The address is kept encrypted and for this alone.',
  offer:
    'We can write to you when enough signatures are collected and when the council begins to consider the petition, decides and answers. These are a few short mails, and one press ends them.',
  following:
    'We will write to you when something important happens: enough signatures, consideration begun, decision announced, answer published.',
  start: 'Keep me informed',
  stop: 'Do not write to me',
  undo: 'Undo this',
  startedTitle: 'We will keep you informed',
  stoppedTitle: 'We will not write any more',
  stopped:
    'There will be no more mail about this petition, and your address for it is erased. Your signature is not affected: it still counts.',
  lostTitle: 'This link does not work',
  lostWhole: 'Open the whole link from the mail: mail programs sometimes cut long addresses.',
  lostOver:
    'If the mail is old, the term for keeping addresses is over: we do not have yours any more, and there will be no mail about that petition.',
}
