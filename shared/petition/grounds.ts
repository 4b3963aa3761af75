import type { Text } from '../procedure/rule'

/** Grounds for refusing publication (R1, R3): nothing else may be one. */
export const GROUNDS = {
  'missing-essence': {
    item: 'п. 3',
    uk: 'у петиції не викладено суть звернення',
    en: 'the petition does not state what it asks for',
  },
  'missing-author': {
    item: 'п. 3',
    uk: 'не зазначено прізвище, ім’я, по батькові чи адресу електронної пошти автора (ініціатора)',
    en: 'the author’s surname, name, patronymic or e-mail is missing',
  },
  'constitutional-order': {
    item: 'п. 4',
    uk: 'заклик до повалення конституційного ладу',
    en: 'a call to overthrow the constitutional order',
  },
  'territorial-integrity': {
    item: 'п. 4',
    uk: 'заклик до порушення територіальної цілісності України',
    en: 'a call against the territorial integrity of Ukraine',
  },
  'war-violence': {
    item: 'п. 4',
    uk: 'пропаганда війни, насильства чи жорстокості',
    en: 'propaganda of war, violence or cruelty',
  },
  hatred: {
    item: 'п. 4',
    uk: 'розпалювання міжетнічної, расової чи релігійної ворожнечі',
    en: 'incitement to ethnic, racial or religious hatred',
  },
  terrorism: {
    item: 'п. 4',
    uk: 'заклик до вчинення терористичних актів',
    en: 'a call to acts of terrorism',
  },
  'human-rights': {
    item: 'п. 4',
    uk: 'посягання на права і свободи людини',
    en: 'an attack on human rights and freedoms',
  },
} as const satisfies Record<string, Text & { item: string }>

export type GroundCode = keyof typeof GROUNDS

export const GROUND_CODES = Object.keys(GROUNDS) as [GroundCode, ...GroundCode[]]
