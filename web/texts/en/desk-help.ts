import type { deskHelp as uk } from '../uk/desk-help'

export const deskHelp: typeof uk = {
  title: 'The first ten minutes',
  menu: 'Help',
  lead: 'All you need to begin. You cannot break anything by accident: before a step that cannot be undone the site shows what will happen.',
  day: {
    queue:
      'Open the queue each morning. What is overdue is on top, then what is due today. It counts in working days.',
    link: 'The link says what to do. On the petition’s page the form you need is open already, and the rest is folded.',
    form: 'Under each action it says by which item it is done, who may do it and who gets a mail.',
    preview:
      'A refusal, a new due date and an announcement are first shown as they will be seen. Only then a second button saves them.',
    draft:
      'Prepare the answer in its draft and send it to the head, who signs it off or returns it with a note.',
    mails: 'The site sends mails by itself. One that did not arrive waits for you under “Mails”.',
  },
  path: 'Who, what and by when',
  pathLead: 'The day of the event is not counted. A term ends at 23:59 of its last day, Kyiv time.',
  what: 'What to do',
  who: 'Who',
  term: 'Term',
  item: 'Basis',
  bySettings: 'set by the community’s statute',
  questions: 'Common questions',
  answers: {
    together: {
      question: 'What if two of us open the same petition?',
      answer:
        'You see your colleague’s name. Whoever sends a form second is told what the first did and decides whether to go on. What was typed does not vanish.',
    },
    expired: {
      question: 'My sign-in ran out in the middle of a form. Is the text gone?',
      answer: 'No. Sign in again within an hour, and the form waits for you.',
    },
    undo: {
      question: 'How do I undo something?',
      answer:
        'What is published cannot be undone, since the event journal is public. That is why important steps have a preview, and an answer can be taken back from the sign-off.',
    },
    late: {
      question: 'Something is overdue already. What now?',
      answer:
        'Do it as soon as you can. The page says honestly that it was late; that cannot be hidden, but not doing it looks worse.',
    },
    absent: {
      question: 'The head is away. Who signs off the answer?',
      answer:
        'The deputy whom the council gave these powers: the operator grants them the role of head. The term for the answer does not stop while the head is away.',
    },
  },
}
