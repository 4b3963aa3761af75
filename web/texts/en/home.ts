import type { home as uk } from '../uk/home'

export const home: typeof uk = {
  title: 'Propose a change in your community',
  lead: 'An e-petition is an appeal to your local council. If enough people sign it, the council must consider it and answer.',
  read: 'See petitions',
  submit: 'Submit a petition',
  factsTitle: 'What a petition can do',
  facts: {
    heard: {
      title: 'The council must answer',
      text: 'Once there are enough signatures, the council considers the petition within ten working days and answers with its reasons.',
    },
    open: {
      title: 'Everything is in the open',
      text: 'Who has to do what by which day stands on the petition’s page. So does what is overdue.',
    },
    fair: {
      title: 'Signatures can be verified',
      text: 'A person signs once. Anybody can verify the count, and not on our server.',
    },
  },
  numbers: 'Petitions now',
  near: 'Nearly there',
  newest: 'New petitions',
  answered: 'Answered by the council',
  choose: 'Choose your community',
  all: 'All petitions',
  allNear: 'All, nearest to the number needed first',
  allAnswered: 'All answered petitions',
  how: 'How it works: the whole procedure with an example',
}
