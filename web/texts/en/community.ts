import type { community as uk } from '../uk/community'

export const community: typeof uk = {
  figures: 'Petitions in figures',
  published: 'Petitions published',
  collecting: 'Collecting signatures',
  signatures: 'Signatures collected',
  reached: 'Reached the number needed',
  reachedOf: (reached, of, share) => `${reached} of ${of} (${share})`,
  answered: 'Answered',
  answeredOf: (inTime) => `${inTime} of them in time`,
  punctuality: 'How the council keeps its terms',
  punctualityLead:
    'Counted from the journals of all published petitions of the community. What organisations owe is not part of it.',
  punctual: (met, of, share) => `${met} of ${of} obligations were met in time (${share}).`,
  overdueNow: {
    one: '{n} obligation is overdue now.',
    few: '{n} obligations are overdue now.',
    many: '{n} obligations are overdue now.',
    other: '{n} obligations are overdue now.',
  },
  nothingOwed: 'No term has come to its end yet.',
  inTime: 'In time',
  late: 'Late',
  overdue: 'Overdue',
  open: 'Still running',
  usually: 'Usually',
  usuallyIn: (days) => `within ${days}`,
  sameDay: 'on the same day',
  allowed: 'Allowed',
  course: 'The procedure in plain words',
  courseSign: (n, term) =>
    `For the council to consider a petition, at least ${n} people have to sign it. Signatures are collected for ${term} from its publication.`,
  courseCheck: (term) =>
    `A submitted petition is checked and published, or refused with an explanation: ${term}.`,
  courseBegin: (term) =>
    `Once there are enough signatures, the head passes the petition on and the council announces that consideration has begun: ${term}.`,
  courseConsider: (term) => `The council considers the petition for no longer than ${term}.`,
  courseAnswer: (term) =>
    `The head announces the decision. The answer with its reasons is published within ${term} of consideration.`,
  courseShort: (term) =>
    `Where signatures fell short, the petition is considered as a citizens’ appeal, within ${term}.`,
  courseMore: 'The whole procedure with an example',
  contacts: 'People and contacts',
  email: 'E-mail',
  phone: 'Phone',
  address: 'Address',
  positions: {
    head: 'Head of the community',
    secretary: 'Secretary of the council',
    moderation: 'Checking of petitions',
  },
  hosts: 'Organisations that collect signatures for this council',
  feed: 'Follow the petitions of the community (Atom)',
  chooseLabel: 'Your community',
  chooseButton: 'Show petitions',
  chooseAll: 'All communities and their rules',
}
