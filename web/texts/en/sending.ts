import type { sending as uk } from '../uk/sending'

export const sending: typeof uk = {
  title: 'Mails',
  pageLead:
    'Statutory notices about your petitions that have not arrived. The site tries several times by itself; when that fails, it needs you.',
  lead: 'To whom, when, and whether it worked. Every attempt is recorded, and records do not change.',
  empty: 'Every notice is sent. There is nothing to do.',
  groups: { failed: 'Could not be sent', pending: 'Being sent' },
  more: 'The newest are shown. The rest come up when these are settled.',
  evidence: 'All attempts',
  steps: {
    sent: 'sent',
    failed: 'failed',
    'resend-asked': 'asked to be sent again',
  },
  reasons: {
    'no-address': 'there is no address to send it to',
    refused: 'the mail system did not accept the address',
    unreachable: 'the mail system did not answer',
  },
  why: 'Reason',
  address: 'Address',
  resend: 'Send again',
  resent: 'The mail is queued.',
  adviceUnreachable:
    'It is not the address. Send it again in a few minutes; if that fails, tell the operator of the site.',
  adviceStaff:
    'See whether somebody has this role in the community and their work address is right, then send it again.',
  advice: {
    author:
      'An author’s address cannot be changed. Send it again, and if that fails, tell the author in another way, by post or telephone, and keep the proof.',
    council: 'Check the council’s address in the community’s settings, then send it again.',
    ngo: 'Ask the NGO to name a working address and to set it for its site, then send it again.',
  },
}
