import type { Wish } from './resident'

/** What people of the small community ask for; its threshold is ten signatures. */
export const THRESHOLD = 10

const council = { communityId: 'malva', hostId: 'malva-council' }

export const crossing: Wish = {
  ...council,
  title: 'Облаштувати пішохідний перехід біля школи № 7',
  text: 'Просимо облаштувати пішохідний перехід біля школи № 7.\n\nДіти щодня перебігають дорогу там, де немає розмітки.',
}

export const hearing: Wish = {
  ...council,
  title: 'Провести громадські слухання щодо забудови парку',
  text: 'Просимо провести громадські слухання, перш ніж вирішувати долю землі в парку «Діброва».',
  wantsHearing: true,
}

export const shelter: Wish = {
  communityId: 'malva',
  hostId: 'kalynovyi-mist',
  title: 'Створити притулок для безпритульних тварин',
  text: 'Просимо виділити приміщення під притулок для безпритульних тварин.',
}
