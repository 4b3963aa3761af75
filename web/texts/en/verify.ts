import type { verify as uk } from '../uk/verify'

export const verify: typeof uk = {
  title: 'Verify the count of signatures',
  description:
    'Count a petition’s signatures yourself: from a log in which nothing can be changed unnoticed.',
  lead: 'You need not take the counts on this site on trust: anybody can count again. Signatures are written to a log from which nothing can be removed unnoticed.',
  needsScript:
    'To verify the count right on this page, JavaScript is needed. Without it, the command described below does all the same.',
  petition: {
    title: 'Verify a petition',
    lead: 'Your browser will download the petition’s whole log, count the signatures itself and compare them with what the site shows.',
    label: 'Which petition to verify',
    hint: 'A word of the title, the author’s name, the number, or the address of the petition’s page',
    find: 'Find',
    choose: 'Verify',
    none: 'There is no such petition. Try another word.',
    more: 'Not all are shown: add another word.',
    failed: 'The list of petitions could not be loaded. Check your connection and try again.',
  },
  receipt: {
    title: 'Verify a receipt',
    lead: 'Everybody who has signed gets a receipt: on the page after confirming, as a file or by mail. It proves that the signature is in the log. Your browser checks it; it never reaches the server.',
    file: 'Receipt file',
    fileHint: 'Choose a .tlog-proof file or drop it here',
    paste: 'Or paste the text of the receipt',
    check: 'Verify the receipt',
    empty: 'Choose a file or paste the text of a receipt.',
    many: 'Drop one file: receipts are verified one by one.',
    tooLarge: 'The file “{name}” is too large for a receipt, which takes a few kilobytes. Choose another.',
    notText: 'The file “{name}” is not a receipt. A receipt is text that begins with “c2sp.org/tlog-proof”.',
    unreadable: 'The file “{name}” could not be read. Try choosing it again.',
    elsewhere: 'This receipt was issued by another site: {host}. Verify it there.',
  },
  run: {
    starting: 'Beginning…',
    progress: 'Entries read: {done} of {total}',
    offline: 'The receipt itself is genuine. Now looking for your signature in the log as it is today…',
    ask: 'A large log',
    large: 'This log has many entries: {n}. About {size} MB will have to be downloaded.',
    go: 'Download and verify',
    stop: 'Stop',
    stopped: 'Verifying was stopped. It has no result.',
    again: 'Verify again',
    unsure: 'It could not be verified',
    unreachable:
      'The site does not answer, or the connection is gone. This proves nothing: try again a little later.',
    noLog: 'This petition has no log yet: it begins with the first signature.',
    broken: 'Verifying ended unexpectedly. Try again, or verify by the command described below.',
    details: 'What was checked',
  },
  marks: {
    ok: 'Holds',
    failed: 'Does not hold',
    noted: 'Worth knowing',
    skipped: 'Not checked',
  },
  kept: {
    saved:
      'This browser remembers what the log is like now. Next time it will make sure that nothing was removed or changed.',
    what: 'Only the log’s size and its fingerprint with the site’s signature are kept. They stay on your device.',
    forget: 'Forget',
    forgotten: 'Forgotten. The next check will be the first for this browser.',
  },
  log: {
    title: 'What the signature log is',
    entries:
      'Every petition has a log of its own. Every signature is an entry in it: the minute, a fingerprint of the text that was signed, and fingerprints of the name and of the person. Entries hold no names, addresses or other data. Names are published apart, and the fingerprints show that they are the same names.',
    root: 'The log can only be added to. All entries together yield one number, which the site certifies by its digital signature. Change, remove or swap a single entry, and the number is another one: whoever verifies will notice.',
    count:
      'The count on a petition’s page is the signatures in the log without those annulled. Annulling does not erase a signature: it adds a new entry that states the ground.',
  },
  proves: {
    title: 'What verifying proves',
    parts: {
      unchanged:
        'Since your earlier check, and since each time stamp, nothing was removed from the log, nothing in it was changed, and nothing was backdated.',
      count: 'The count of signatures that the site shows is that of the log.',
      names: 'The names in the list are the very names that signed.',
      repeated: 'No entry of a signature is counted twice.',
      late: 'The entries were made no later than the time-stamping service certifies.',
    },
  },
  cannot: {
    title: 'What it cannot prove',
    parts: {
      people:
        'That signers are who they say they are. That depends on how the community has chosen to confirm identity.',
      twice:
        'That nobody signed twice from different addresses. The site sees to that: fingerprints of persons are made so that nobody can be recognised by them.',
      omitted:
        'That nobody without a receipt was left out. So keep yours: with it an omission can be proved.',
      everybody:
        'That everybody is shown the same log. Mirrors reveal this: copies kept by independent organisations that compare them with each other.',
    },
  },
  command: {
    title: 'Verify by a command',
    lead: 'The same check works without a browser: only Node.js 20 or later is needed. Put the address of your petition’s page in place of the last one.',
    mirror: 'How to keep a copy of a log and verify it every night',
    formats:
      'The log is written in open formats: RFC 6962, RFC 3161 and C2SP (tlog-tiles, tlog-checkpoint, signed-note, tlog-proof). So it can also be verified by programs that we did not write.',
    key: 'This site’s verifier key',
    keyHint:
      'This key checks the site’s signature on logs. Keep a copy of it: should another one stand here some day, ask why.',
  },
}
