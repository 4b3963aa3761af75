import type { draft as uk } from '../uk/draft-mail'

export const draft: typeof uk = {
  'sign-off-asked': {
    subject: (number) => `Sign off the answer to petition № ${number}`,
    body: 'The answer to the petition is ready and waits for your sign-off. At the desk you see it as everybody will see it, and can sign it off or return it with a note.',
  },
  returned: {
    subject: (number) => `The answer to petition № ${number} was returned`,
    body: 'The head of the community returned the draft of the answer with a note. Mend it and ask for the sign-off again.',
  },
  approved: {
    subject: (number) => `The answer to petition № ${number} was signed off`,
    body: 'The head of the community signed off the answer. If the decision is announced, the answer is published; if not yet, publish it right after the announcement.',
  },
  due: 'To be published no later than',
  note: 'The head’s note',
}
