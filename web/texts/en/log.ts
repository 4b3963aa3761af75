import type { log as uk } from '../uk/log'

export const log: typeof uk = {
  check: {
    title: 'Check the count',
    lead: 'Every signature is written to a log that can only be added to. Anyone may download the log and count the signatures themselves: there is no need to take this site’s word for it.',
    verify: 'Check in the browser',
    levels: 'Signatures by how signers were identified',
    entries: 'Entries in the log',
    state: 'State of the log',
    checkpoint: 'signed by this site (checkpoint)',
    timeStamp: 'Time stamp',
    stampedBy: (authority: string) => `(vouched for by ${authority})`,
    key: 'Verifier key',
  },
  receipt: {
    title: 'Receipt for your signature',
    waiting: 'We are preparing the receipt. In a few seconds the signature will be in the petition’s log.',
    get: 'Get the receipt',
    again: 'Check again',
    late: 'The receipt is not ready yet. The signature is not lost: come back for the receipt a little later.',
    ready: 'The receipt is ready',
    number: 'Number of the entry in the log',
    download: 'Download the receipt',
    proves:
      'The receipt proves that your signature is in the petition’s log under this number. Keep the file: should the entry ever be removed or changed, you can prove it even without this site. The file does not hold your name.',
    verify: 'Check the receipt',
    annulledOn: (ground: string) => `The signature was annulled. Ground: ${ground}.`,
    annulled: 'The signature was annulled.',
    stillProves: 'The receipt still proves that the signature was written to the log.',
    mailButton: 'Mail me the receipt',
    mailHint: 'You can also have it mailed: to the address at which you got the link to confirm.',
    keep: 'Keep this address to tell me if the signature is annulled',
    keepHint:
      'The address is kept encrypted for as long as the petition is. Without this tick we do not keep it.',
    mailTitle: 'The receipt is on its way',
    mailText:
      'The mail will come in a minute or two. If you asked for it within the last ten minutes, there will be no second one.',
  },
}
