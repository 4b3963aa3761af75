import { draft } from './draft-mail'

/** What a notice's words may name, already in the language of the letter. */
export interface NoticeFacts {
  readonly title: string
  readonly number: string
  readonly council: string
  /** `120 підписів` */
  readonly count: string
  readonly threshold: string
  readonly closesOn: string
  /** Due day of the obligation that the notice speaks of. */
  readonly due: string
  /** What is owed, and by whom. */
  readonly duty: string
  readonly actor: string
}

export const mail = {
  draft,
  greeting: 'Добрий день!',
  signature: 'Віче, електронні петиції громад',
  linkHours: (hours: string) => `Посилання діє не довше ${hours}.`,
  basis: (item: string, rule: string) => `Підстава: ${item} (${rule}).`,
  toPetition: 'Відкрити сторінку петиції',
  toOwnPage: 'Ваша сторінка: де зараз петиція і що далі (не пересилайте це посилання)',
  toDesk: 'Відкрити на робочому столі',
  links: {
    sign: {
      subject: 'Підтвердьте підпис під петицією',
      lead: 'Щоб ваш підпис під петицією зарахували, відкрийте сторінку за посиланням і натисніть на ній кнопку підтвердження.',
      button: 'Перейти до підтвердження',
      otherwise: 'Якщо ви не підписували петиції, не зважайте на цей лист: підпис не буде зараховано.',
    },
    submit: {
      subject: 'Підтвердьте подання петиції',
      lead: 'Щоб подати петицію, відкрийте сторінку за посиланням і натисніть на ній кнопку підтвердження. Після цього модератор перевірить петицію протягом двох робочих днів.',
      button: 'Перейти до підтвердження',
      otherwise: 'Якщо ви не подавали петиції, не зважайте на цей лист: нічого не станеться.',
    },
    author: {
      subject: 'Сторінка автора петиції',
      lead: 'За цим посиланням ви бачите, що відбувається з вашою петицією, і можете її відкликати. Не пересилайте його нікому.',
      button: 'Відкрити сторінку автора',
      otherwise: 'Якщо ви не автор петиції, не зважайте на цей лист.',
    },
    'sign-in': {
      subject: 'Вхід до робочого столу',
      lead: 'Щоб увійти до робочого столу, відкрийте сторінку за посиланням і натисніть кнопку.',
      button: 'Увійти',
      otherwise: 'Якщо ви не намагалися увійти, не зважайте на цей лист і нікому не передавайте посилання.',
    },
  },
  receipt: {
    subject: 'Квитанція про підпис під петицією',
    lead: 'До листа додано квитанцію. Вона доводить, що ваш підпис записано в журнал петиції.',
    number: 'Номер запису в журналі',
    annulled:
      'Зверніть увагу: згодом цей підпис анульовано. Квитанція, як і раніше, доводить, що його записано в журнал.',
    keep: 'Збережіть файл. Якщо запис колись вилучать або змінять, ви зможете це довести навіть без нашого сайту. Вашого імені в ньому немає.',
    verify: 'Перевірити квитанцію',
    otherwise: 'Якщо ви не просили надіслати квитанцію, не зважайте на цей лист.',
  },
  notices: {
    'moderation-due': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number} чекає на перевірку`,
      body: ({ due }: NoticeFacts) =>
        `Надійшла нова петиція. Перевірте, чи відповідає вона вимогам, і не пізніше ${due} оприлюдніть її або відмовте, зазначивши підставу.`,
    },
    submitted: {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} подано`,
      body: ({ due }: NoticeFacts) =>
        `Вашу петицію подано. Модератор перевірить, чи відповідає вона вимогам, не пізніше ${due}. Про результат ми повідомимо.`,
    },
    published: {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} оприлюднено`,
      body: ({ threshold, closesOn }: NoticeFacts) =>
        `Вашу петицію оприлюднено, почався збір підписів. Необхідна кількість підписів: ${threshold}. Останній день збору: ${closesOn}. Розкажіть про петицію сусідам.`,
    },
    refused: {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} не оприлюднено`,
      body: (_: NoticeFacts) =>
        'На жаль, вашу петицію не оприлюднено, бо вона не відповідає вимогам. Підставу та пояснення модератора наведено нижче. Ви можете виправити петицію та подати її знову.',
    },
    'threshold-reached': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: необхідну кількість підписів зібрано`,
      body: ({ count, threshold }: NoticeFacts) =>
        `Під петицією зібрано ${count}, необхідно ${threshold}. Тепер її мають передати на розгляд ради. Строки показано на сторінці петиції.`,
    },
    dossier: {
      subject: ({ number }: NoticeFacts) =>
        `Дані петиції № ${number}, підтриманої необхідною кількістю підписів`,
      body: ({ council }: NoticeFacts) =>
        `${council}: громадське об’єднання надсилає дані петиції, під якою зібрано необхідну кількість підписів.`,
    },
    'collection-ended': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: збір підписів завершено`,
      body: ({ count, threshold, due }: NoticeFacts) =>
        `Строк збору завершився. Зібрано ${count}, необхідно ${threshold}. Петицію розглянуть як звернення громадян, зазвичай не пізніше ${due}.`,
    },
    'appeal-registered': {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} зареєстровано як звернення громадян`,
      body: ({ due }: NoticeFacts) =>
        `Вашу петицію зареєстровано як звернення громадян. Строк розгляду: до ${due}.`,
    },
    'appeal-answered': {
      subject: ({ number }: NoticeFacts) => `Відповідь на звернення за петицією № ${number}`,
      body: (_: NoticeFacts) => 'Вашу петицію розглянуто як звернення громадян. Відповідь наведено нижче.',
    },
    transferred: {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} передано на розгляд`,
      body: ({ council }: NoticeFacts) =>
        `Петицію передано на розгляд. Розглядатиме: ${council} та її виконавчі органи.`,
    },
    'consideration-begun': {
      subject: ({ number }: NoticeFacts) => `Розгляд петиції № ${number} розпочато`,
      body: ({ due }: NoticeFacts) =>
        `Рада оприлюднила, що розпочала розгляд петиції. Строк розгляду: до ${due}.`,
    },
    'draft-ordered': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: підготуйте проєкт рішення`,
      body: ({ due }: NoticeFacts) =>
        due
          ? `Вам доручено підготувати проєкт рішення за петицією не пізніше ${due}.`
          : 'Вам доручено підготувати проєкт рішення за петицією.',
    },
    extended: {
      subject: ({ number }: NoticeFacts) => `Розгляд петиції № ${number} продовжено`,
      body: ({ due }: NoticeFacts) =>
        `Розгляд петиції продовжено до ${due}, щоб провести громадські слухання. Ви можете представити на них свою петицію.`,
    },
    decided: {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: оголосіть рішення`,
      body: ({ due }: NoticeFacts) =>
        `Розгляд петиції завершено. Оголосіть, чи її підтримано, не пізніше ${due}: це робить лише голова громади.`,
    },
    announced: {
      subject: ({ number }: NoticeFacts) => `Рішення за петицією № ${number} оголошено`,
      body: (_: NoticeFacts) => 'Голова громади оголосив рішення за петицією.',
    },
    answered: {
      subject: ({ number }: NoticeFacts) => `Відповідь на петицію № ${number}`,
      body: ({ council }: NoticeFacts) =>
        `${council} розглянула петицію. Письмову відповідь з обґрунтуванням наведено нижче.`,
    },
    'fell-below': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: підписів стало менше, ніж потрібно`,
      body: ({ count, threshold }: NoticeFacts) =>
        `Після анулювання під петицією тепер ${count}, необхідно ${threshold}. Рада вирішить, чи продовжити розгляд, чи повернути петицію до збору підписів. Доки цього не вирішено, нічого не змінюється, строки спливають.`,
    },
    'count-restored': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: підписів знову досить`,
      body: ({ count, threshold }: NoticeFacts) =>
        `Під петицією знову ${count}, необхідно ${threshold}. Вирішувати, чи продовжити розгляд, уже не потрібно.`,
    },
    'consideration-kept': {
      subject: ({ number }: NoticeFacts) => `Розгляд петиції № ${number} триває`,
      body: ({ count, threshold }: NoticeFacts) =>
        `Після анулювання під петицією тепер ${count}, необхідно ${threshold}. Рада вирішила продовжити розгляд. Причину наведено нижче.`,
    },
    'collection-resumed': {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} повернуто до збору підписів`,
      body: ({ count, threshold, closesOn }: NoticeFacts) =>
        `Після анулювання під петицією тепер ${count}, необхідно ${threshold}. Рада припинила розгляд і повернула петицію до збору підписів. Останній день збору: ${closesOn}. Якщо строк уже минув, петицію розглянуть як звернення громадян. Причину наведено нижче.`,
    },
    withdrawn: {
      subject: ({ number }: NoticeFacts) => `Петицію № ${number} відкликано`,
      body: (_: NoticeFacts) => 'Автор відкликав петицію. Підписи під нею більше не збирають.',
    },
    reminder: {
      subject: ({ number, due }: NoticeFacts) => `Нагадування: петиція № ${number}, строк до ${due}`,
      body: ({ duty, due, actor }: NoticeFacts) =>
        `Не пізніше ${due} треба: ${duty}. Відповідальний: ${actor}.`,
    },
    'strict-passed': {
      subject: ({ number }: NoticeFacts) => `Петиція № ${number}: календарний строк сплив`,
      body: ({ duty, due, actor }: NoticeFacts) =>
        `За календарем строк уже сплив, його останній день перенесено на робочий: ${due}. Треба: ${duty}. Відповідальний: ${actor}.`,
    },
    overdue: {
      subject: ({ number }: NoticeFacts) => `Прострочено: петиція № ${number}`,
      body: ({ duty, due, actor }: NoticeFacts) =>
        `Строк виконання минув ${due}. Не зроблено: ${duty}. Відповідальний: ${actor}. Прострочення записано в журналі подій петиції.`,
    },
  },
  annulment: {
    subject: 'Ваш підпис анульовано',
    lead: 'Ваш підпис під петицією анульовано, і він більше не враховується. Ви просили повідомити вас про це.',
    ground: 'Підстава анулювання',
    signature: 'Номер підпису в переліку',
    entry: 'Номер запису про анулювання в журналі підписів',
    explanation: 'Пояснення',
    objection: (council: string, host: string) =>
      `Якщо ви не згодні, напишіть до ради (${council}) або туди, де збирають підписи (${host}): назвіть номер петиції та номер свого підпису. Анулювання можна оскаржити й до суду. Ваша квитанція про підпис залишається чинною: вона доводить, що підпис був у журналі.`,
  },
  facts: {
    title: 'Петиція',
    named: (number: string, title: string) => `№ ${number} «${title}»`,
    council: 'Адресат',
    ground: 'Підстава відмови',
    explanation: 'Пояснення модератора',
    startDate: 'Дата початку збору',
    sentAt: 'Дата надсилання',
    total: 'Загальна кількість підписів',
    length: 'Строк збору підписів',
    ngo: 'Громадське об’єднання',
    ngoEmail: 'Електронна пошта об’єднання',
    signers: 'Перелік осіб, які підписали',
    registrationNumber: 'Реєстраційний номер звернення',
    outcome: 'Рішення',
    reason: 'Причина',
    hearing: 'Сторінка громадських слухань',
    statement: 'Оголошення голови громади',
    answer: 'Відповідь',
    reasons: 'Обґрунтування',
    appealRight:
      'Якщо ви не згодні з тим, як розглянули петицію, це можна оскаржити до вищого органу або до суду (п. 20 Положення про електронні петиції, R21).',
  },
}
