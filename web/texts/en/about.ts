import type { about as uk } from '../uk/about'

export const about: typeof uk = {
  exampleTitle: 'An example: from submitting to the answer',
  exampleLead: (n, term) =>
    `A community where a petition needs ${n} and has ${term} to collect them. Everybody here acts on the last day allowed, and the days are counted by the very rules and calendar that the site runs by.`,
  until: 'by',
  cite: 'Each rule has a number. Pages of petitions and notices refer to it.',
  submit: 'Submit a petition',
}
