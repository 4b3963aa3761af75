import type { Locale } from '../../shared/locale'

/** What the command says beside the findings. */
export interface Words {
  readonly usage: string
  readonly wrongUsage: (what: string) => string
  readonly noSuchFolder: (path: string) => string
  readonly noPetition: (path: string) => string
  readonly severalPetitions: (ids: readonly string[]) => string
  readonly unreadable: (path: string) => string
  readonly wrongKey: (text: string) => string
  readonly wrongRoots: (path: string) => string
  readonly unreachable: (path: string) => string
  readonly logMissing: (path: string) => string
  readonly offline: string
  readonly mirrorOfFolder: string
  readonly petition: (title: string) => string
  readonly reading: Readonly<Record<'entries' | 'stamps', string>>
  readonly progress: (done: number, total: number) => string
  readonly refused: (folder: string) => string
  readonly mirrored: (folder: string) => string
}

const OPTIONS = {
  receipt: '--receipt <file>',
  key: '--key <name+id+key>',
  tsaRoots: '--tsa-roots <file>',
  keep: '--keep <folder>',
  mirror: '--mirror <folder>',
  lang: '--lang uk|en',
  json: '--json',
  offline: '--offline',
} as const

const uk: Words = {
  usage: `viche verify <адреса петиції | тека> [параметри]
viche verify --receipt <файл> [--key <ключ>]

Перевіряє журнал підписів петиції або квитанцію про підпис.
${describe({
  receipt: 'квитанція, яку треба перевірити (з журналом або окремо)',
  key: 'ключ перевірки, якому ви довіряєте; інакше береться збережений або із сайту',
  tsaRoots: 'кореневі сертифікати органів позначок часу; інакше беруться із сайту',
  keep: 'де зберігати контрольну точку й ключ до наступної перевірки (~/.local/state/viche)',
  mirror: 'записувати прочитане сюди як дзеркало; наступного разу завантажується лише нове',
  lang: 'мова',
  json: 'результат як JSON',
  offline: 'не звертатися до мережі',
})}
Коди завершення: 0 — усе сходиться, 1 — щось не сходиться, 2 — перевірити не вдалося.`,
  wrongUsage: (what) => `Незрозумілі параметри: ${what}. Довідка: viche verify --help`,
  noSuchFolder: (path) => `Немає такої теки й це не адреса петиції: ${path}`,
  noPetition: (path) => `Тут немає журналу петиції: ${path}`,
  severalPetitions: (ids) =>
    `У теці кілька петицій; вкажіть одну, наприклад <тека>/log/${ids[0]}: ${ids.join(', ')}`,
  unreadable: (path) => `Не вдалося прочитати файл ${path}`,
  wrongKey: (text) => `Це не ключ перевірки: ${text}`,
  wrongRoots: (path) => `У файлі ${path} немає сертифікатів`,
  unreachable: (path) => `Перевірити не вдалося: не отримано ${path}. Спробуйте пізніше.`,
  logMissing: (path) =>
    `Перевіряти нічого: немає журналу (${path}). Можливо, петицію ще ніхто не підписав або адреса хибна.`,
  offline: 'З --offline можна перевірити лише теку або квитанцію.',
  mirrorOfFolder: '--mirror потребує адреси сайту, а не теки.',
  petition: (title) => `Петиція «${title}»`,
  reading: { entries: 'Записи', stamps: 'Позначки часу' },
  progress: (done, total) => `${done} із ${total}`,
  refused: (folder) => `Прочитане, що не сходиться, лишено в ${folder}; дзеркало не змінено.`,
  mirrored: (folder) => `Дзеркало оновлено: ${folder}`,
}

const en: Words = {
  usage: `viche verify <address of a petition | folder> [options]
viche verify --receipt <file> [--key <key>]

Verifies a petition’s signature log, or a receipt of a signature.
${describe({
  receipt: 'a receipt to verify, in the log or by itself',
  key: 'a verifier key that you trust; otherwise the kept one, or the site’s',
  tsaRoots: 'root certificates of time-stamping authorities; otherwise the site’s',
  keep: 'where checkpoint and key are kept for the next run (~/.local/state/viche)',
  mirror: 'write what is read here, as a mirror; next time only what is new is fetched',
  lang: 'language',
  json: 'the result as JSON',
  offline: 'do not use the network',
})}
Exit codes: 0 all holds, 1 something does not hold, 2 could not be checked.`,
  wrongUsage: (what) => `Options not understood: ${what}. Help: viche verify --help`,
  noSuchFolder: (path) => `There is no such folder, and it is no address of a petition: ${path}`,
  noPetition: (path) => `There is no log of a petition here: ${path}`,
  severalPetitions: (ids) =>
    `The folder has several petitions; name one, e.g. <folder>/log/${ids[0]}: ${ids.join(', ')}`,
  unreadable: (path) => `The file ${path} could not be read`,
  wrongKey: (text) => `This is no verifier key: ${text}`,
  wrongRoots: (path) => `The file ${path} holds no certificates`,
  unreachable: (path) => `Could not be checked: ${path} was not received. Try again later.`,
  logMissing: (path) =>
    `There is nothing to check: no log (${path}). Perhaps nobody has signed yet, or the address is wrong.`,
  offline: 'With --offline only a folder or a receipt can be checked.',
  mirrorOfFolder: '--mirror needs the address of a site, not a folder.',
  petition: (title) => `Petition “${title}”`,
  reading: { entries: 'Entries', stamps: 'Time stamps' },
  progress: (done, total) => `${done} of ${total}`,
  refused: (folder) => `What was read and does not hold is left in ${folder}; the mirror is unchanged.`,
  mirrored: (folder) => `The mirror is up to date: ${folder}`,
}

export const words: Readonly<Record<Locale, Words>> = { uk, en }

function describe(about: Readonly<Record<keyof typeof OPTIONS, string>>): string {
  const names = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]
  return `\n${names.map((name) => `  ${OPTIONS[name].padEnd(22)}${about[name]}\n`).join('')}`
}
