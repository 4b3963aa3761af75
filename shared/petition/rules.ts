import type { Rule, Text } from '../procedure/rule'
import type { EventType } from './events'

/** Names of the terms that a council sets in its statute. */
export type TermSetting = 'consideration' | 'draftDecision'

/** Facts of a petition that rules and notices ask for. */
export type PetitionFact = 'council-host' | 'ngo-host' | 'wants-hearing'

export type Actor =
  | 'author'
  | 'moderator'
  | 'system'
  | 'host'
  | 'council'
  | 'executive'
  | 'ngo'
  | 'head'
  | 'secretary'

export interface PetitionRule extends Rule<EventType, TermSetting> {
  readonly actor: Actor
}

/** An item of the Regulation on e-petitions in words. */
export const itemOf = (number: string): Text => ({
  uk: `п. ${number} Положення про електронні петиції`,
  en: `item ${number} of the Regulation on e-petitions`,
})

const workingDays = (count: number) => ({ unit: 'working-days', count }) as const

/** Events after which a petition is nobody's task any more. */
const GONE: readonly EventType[] = ['withdrawn']

/** Events after which nothing of the consideration is owed: it begins anew when N is reached again. */
const RESUMED: readonly EventType[] = ['collection-resumed']

/**
 * The rules of electronic petitions: Annex 4 of the model statute, which rests on Art. 23-1 of the
 * Law of Ukraine on citizens' appeals. R15 and R19 say nothing to a machine and are absent.
 */
export const RULES: readonly PetitionRule[] = [
  {
    id: 'R1',
    item: itemOf('3, 4'),
    force: 'law',
    actor: 'author',
    title: {
      uk: 'Петиція викладає суть звернення, називає автора (ініціатора) та його електронну пошту й не містить забороненого законом',
      en: 'The petition states what it asks for, names its author and their e-mail, and contains nothing the law forbids',
    },
  },
  {
    id: 'R2',
    item: itemOf('6'),
    force: 'law',
    actor: 'moderator',
    title: {
      uk: 'Перевірити петицію на відповідність вимогам і оприлюднити',
      en: 'Check the petition against the requirements and publish it',
    },
    duty: {
      opens: [{ on: 'submitted' }],
      term: workingDays(2),
      metBy: ['published', 'refused'],
      dropsOn: GONE,
    },
  },
  {
    id: 'R3',
    item: itemOf('6'),
    force: 'law',
    actor: 'moderator',
    title: {
      uk: 'Якщо петиція не відповідає вимогам, не оприлюднювати її й повідомити автора про підставу',
      en: 'Where the petition does not meet the requirements, not publish it and tell the author the ground',
    },
  },
  {
    id: 'R4',
    item: itemOf('7'),
    force: 'law',
    actor: 'system',
    title: {
      uk: 'День оприлюднення — перший день збору підписів',
      en: 'The day of publication is the first day of collection',
    },
  },
  {
    id: 'R5',
    item: itemOf('4'),
    force: 'law',
    actor: 'host',
    title: {
      uk: 'Показувати дату початку збору, кількість підписів і перелік осіб, які підписали',
      en: 'Show the start date, the number of signatures and the list of people who signed',
    },
  },
  {
    id: 'R6',
    item: itemOf('8'),
    force: 'law',
    actor: 'host',
    title: {
      uk: 'Вільний доступ, електронна реєстрація підписантів, жодного підпису без участі людини, дата й час кожного підпису',
      en: 'Free access, electronic registration of signers, no signature without a person, date and time of each signature',
    },
  },
  {
    id: 'R7',
    item: itemOf('2'),
    force: 'statute',
    actor: 'council',
    title: {
      uk: 'Необхідну кількість підписів зібрано протягом строку, визначеного статутом громади',
      en: 'The required number of signatures is collected within the period set by the community’s statute',
    },
  },
  {
    id: 'R8',
    item: itemOf('9'),
    force: 'law',
    actor: 'executive',
    title: {
      uk: 'Якщо підписів не вистачило, розглянути петицію як звернення громадян',
      en: 'Where signatures fell short, consider the petition as a citizens’ appeal',
    },
    duty: {
      opens: [{ on: 'collection-ended' }],
      term: { unit: 'months', count: 1 },
      metBy: ['appeal-answered'],
    },
  },
  {
    id: 'R9',
    item: itemOf('10'),
    force: 'law',
    actor: 'ngo',
    title: {
      uk: 'Громадське об’єднання надсилає раді дані про збір підписів не пізніше наступного дня',
      en: 'The NGO sends the council the data on the collection no later than the next day',
    },
    duty: {
      opens: [{ on: 'threshold-reached', onlyIf: 'ngo-host' }],
      term: { unit: 'calendar-days', count: 1 },
      metBy: ['dispatched'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R10',
    item: itemOf('11'),
    force: 'law',
    actor: 'council',
    title: {
      uk: 'Оприлюднити інформацію про початок розгляду петиції, підписи під якою зібрано на сайті ради',
      en: 'Publish that consideration has begun of a petition signed on the council’s site',
    },
    duty: {
      opens: [{ on: 'threshold-reached', onlyIf: 'council-host' }],
      term: workingDays(3),
      metBy: ['consideration-begun'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R11',
    item: itemOf('11'),
    force: 'law',
    actor: 'council',
    title: {
      uk: 'Оприлюднити інформацію про початок розгляду петиції, отриманої від громадського об’єднання',
      en: 'Publish that consideration has begun of a petition received from an NGO',
    },
    duty: {
      opens: [{ on: 'dispatched' }],
      term: workingDays(2),
      metBy: ['consideration-begun'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R12',
    item: itemOf('12'),
    force: 'statute',
    actor: 'head',
    title: {
      uk: 'Передати петицію на розгляд ради та її виконавчих органів',
      en: 'Pass the petition to the council and its executive bodies for consideration',
    },
    duty: {
      opens: [{ on: 'threshold-reached', onlyIf: 'council-host' }, { on: 'dispatched' }],
      term: workingDays(1),
      metBy: ['transferred'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R13',
    item: itemOf('12'),
    force: 'law',
    actor: 'council',
    title: { uk: 'Розглянути петицію', en: 'Consider the petition' },
    duty: {
      opens: [{ on: 'consideration-begun' }],
      term: { setting: 'consideration' },
      metBy: ['decided'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R14',
    item: itemOf('13'),
    force: 'statute',
    actor: 'secretary',
    title: { uk: 'Підготувати проєкт рішення', en: 'Prepare a draft decision' },
    duty: {
      opens: [{ on: 'draft-ordered' }],
      term: { setting: 'draftDecision' },
      metBy: ['decided'],
      dropsOn: RESUMED,
    },
  },
  {
    id: 'R16',
    item: itemOf('15'),
    force: 'law',
    actor: 'head',
    title: {
      uk: 'Якщо петиція просить громадських слухань, строк розгляду продовжують на час, потрібний для них',
      en: 'Where the petition asks for public hearings, consideration is extended by the time they need',
    },
  },
  {
    id: 'R17',
    item: itemOf('16'),
    force: 'statute',
    actor: 'head',
    title: {
      uk: 'Оголосити про підтримку або непідтримку петиції',
      en: 'Announce whether the petition is supported',
    },
    duty: { opens: [{ on: 'decided' }], term: workingDays(1), metBy: ['announced'] },
  },
  {
    id: 'R18',
    item: itemOf('17'),
    force: 'law',
    actor: 'council',
    title: {
      uk: 'Оприлюднити відповідь з обґрунтуванням і надіслати її автору та громадському об’єднанню',
      en: 'Publish the answer with its reasons and send it to the author and the NGO',
    },
    duty: { opens: [{ on: 'decided' }], term: workingDays(1), metBy: ['answered'] },
  },
  {
    id: 'R20',
    item: itemOf('19'),
    force: 'law',
    actor: 'council',
    title: {
      uk: 'Зберігати кількість підписів і строк їх збору щонайменше три роки',
      en: 'Keep the number of signatures and the dates of collection for at least three years',
    },
  },
  {
    id: 'R21',
    item: itemOf('20'),
    force: 'law',
    actor: 'author',
    title: {
      uk: 'Автор може оскаржити те, як розглянуто петицію',
      en: 'The author may appeal against how the petition was considered',
    },
  },
]

/** @throws Error for an id that is not in the table */
export function ruleOf(id: string): PetitionRule {
  const rule = RULES.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}
