import type { queue as uk } from '../uk/queue'

export const queue: typeof uk = {
  groups: {
    overdue: 'Overdue',
    today: 'Today',
    'this-week': 'This week',
    later: 'Later',
  },
  overdueBy: {
    one: '{n} working day overdue',
    few: '{n} working days overdue',
    many: '{n} working days overdue',
    other: '{n} working days overdue',
  },
  overdueSince: (day) => `overdue: it was due on ${day}`,
  todayUntil: 'today until 23:59',
  steps: {
    check: 'Check the petition; publish or refuse it',
    'send-dossier': 'Send the council the data on the collection',
    transfer: 'Pass the petition on for consideration',
    begin: 'Publish that consideration has begun',
    decide: 'Consider the petition and record the decision',
    announce: 'Announce the decision',
    'draft-answer': 'Prepare the answer',
    'sign-off': 'Sign off the answer',
    'publish-answer': 'Publish the answer that was signed off',
    'register-appeal': 'Register it as a citizens’ appeal',
    'answer-appeal': 'Answer the appeal',
  },
  or: ' or ',
  waitingFor: {
    moderator: (step) => `Waiting for the moderator: ${lowerFirst(step)}`,
    secretary: (step) => `Waiting for the secretary: ${lowerFirst(step)}`,
    head: (step) => `Waiting for the head: ${lowerFirst(step)}`,
    'ngo-editor': (step) => `Waiting for the NGO: ${lowerFirst(step)}`,
    operator: (step) => `Waiting for the operator: ${lowerFirst(step)}`,
  },
  waiting: 'Waiting for others',
  waitingLead: 'Nothing here is yours to do. It is shown so that you know where things stand.',
  nothingMine: 'You have no tasks. Below you see whom petitions are waiting for.',
  nothingChosen: 'No task fits these choices.',
  search: 'Number, or words of the petition’s title',
  community: 'Community',
  role: 'Role',
  status: 'Status of the petition',
  any: 'Any',
  find: 'Show',
  recent: 'Recent petitions',
  moreRecent: 'The newest are shown. Find an older one by its number or title.',
  found: (words) => `Found for “${words}”`,
  nothingFound: 'Nothing was found. Check the number or try another word of the title.',
  moreFound: 'The first 50 are shown. Add a word to find it more exactly.',
  clear: 'Back to the queue',
  cut: 'There are very many tasks: those that are due first are shown.',
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('en') + text.slice(1)
}
