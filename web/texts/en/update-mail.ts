import type { updates as uk } from '../uk/update-mail'

export const updates: typeof uk = {
  subjects: {
    'threshold-reached': 'Enough signatures: the council will consider the petition',
    'consideration-begun': 'The council has begun to consider the petition',
    extended: 'Consideration of the petition extended for hearings',
    announced: 'Decision on the petition announced',
    answered: 'The council has answered the petition',
    'collection-ended': 'Collection of signatures has ended',
    'appeal-answered': 'The petition, handled as an appeal, has been answered',
    'collection-resumed': 'The petition collects signatures again',
    withdrawn: 'The author has withdrawn the petition',
  },
  notices: {
    'threshold-reached': ({ count, threshold }) =>
      `The petition has ${count}; ${threshold} were needed. It must now be passed on for consideration. We will write to you when that begins.`,
    'consideration-begun': ({ council, due }) =>
      `${council} has begun to consider the petition. It has until ${due}.`,
    extended: ({ due }) =>
      `Consideration is extended to ${due} so that public hearings can be held. The reason and the hearings are on the petition’s page.`,
    announced: () =>
      'The head of the community has announced the decision. Next the council publishes its written answer.',
    answered: ({ council }) =>
      `${council} has published its answer with reasons on the petition’s page. This is the last step of consideration.`,
    'collection-ended': ({ count, threshold, due }) =>
      `The petition collected ${count}; ${threshold} were needed. It will be handled as a citizens’ appeal, usually by ${due}.`,
    'appeal-answered': ({ council }) =>
      `${council} has considered the petition as a citizens’ appeal; the answer is on its page.`,
    'collection-resumed': ({ count, threshold }) =>
      `After an annulment the petition has ${count}; ${threshold} are needed. The council has returned it to collecting signatures. The reason is on the petition’s page.`,
    withdrawn: () => 'Signatures are no longer collected. There will be no more mail about this petition.',
  },
  why: 'You receive this mail because you asked to be told how the petition fares. Nobody sees your address.',
  optOut: 'Stop writing to me about this petition',
}
