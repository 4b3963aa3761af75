import type { digest as uk } from '../uk/digest-mail'

export const digest: typeof uk = {
  subject: (day) => `Digest for ${day}: your attention is needed`,
  subjectQuiet: (day) => `Digest for ${day}: all is well`,
  lead: (day) => `This is what asks for the operator’s eyes on the morning of ${day}.`,
  quiet:
    'Nothing asked for your eyes this week: no unusual signatures are seen, all mails were delivered. If something happens we write the same day; if not, next Monday.',
  anomalies: 'Unusual signatures',
  judge:
    'These are only signs. The community decides what to do about them: a university or a mobile carrier also has one address for many people.',
  council: 'Council',
  inAlarms: 'In groups to be checked',
  ofAll: (count, all, share) => `${count} of ${all} (${share})`,
  shared: 'From shared addresses',
  fromAddresses: (count, addresses) => `${count} (${addresses})`,
  open: 'See the analysis of signatures',
  more: (count) => `There are ${count} more petitions with such signs: the desk shows them.`,
  failed: 'Mails that could not be delivered',
  openNotices: 'See the mails',
  units: {
    addresses: { one: '{n} address', few: '{n} addresses', many: '{n} addresses', other: '{n} addresses' },
    notices: { one: '{n} mail', few: '{n} mails', many: '{n} mails', other: '{n} mails' },
  },
}
