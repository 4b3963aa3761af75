export const digest = {
  subject: (day: string) => `Огляд за ${day}: потрібна ваша увага`,
  subjectQuiet: (day: string) => `Огляд за ${day}: усе гаразд`,
  lead: (day: string) => `Ось що на ранок ${day} потребує уваги оператора.`,
  quiet:
    'За тиждень нічого, що потребувало б вашої уваги: незвичних підписів не видно, усі листи доставлено. Якщо щось станеться, ми напишемо того ж дня; якщо ні — наступного понеділка.',
  anomalies: 'Незвичні підписи',
  judge:
    'Це лише ознаки. Що з ними робити, вирішує громада: університет або мобільний оператор теж має одну адресу на багатьох людей.',
  council: 'Рада',
  inAlarms: 'У групах для перевірки',
  ofAll: (count: string, all: string, share: string) => `${count} із ${all} (${share})`,
  shared: 'Зі спільних адрес',
  fromAddresses: (count: string, addresses: string) => `${count} (${addresses})`,
  open: 'Переглянути аналіз підписів',
  more: (count: string) => `Петицій із такими ознаками ще ${count}: їх видно на робочому столі.`,
  failed: 'Листи, яких не вдалося доставити',
  openNotices: 'Переглянути листи',
  units: {
    addresses: { one: '{n} адреса', few: '{n} адреси', many: '{n} адрес', other: '{n} адреси' },
    notices: { one: '{n} лист', few: '{n} листи', many: '{n} листів', other: '{n} листа' },
  },
}
