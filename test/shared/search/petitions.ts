import { PetitionSearch, searchTerms } from '../../../shared/search/petition-search'

const nobody = { surname: 'Кайдаш', givenName: 'Лаврін' }

/** Petitions to be found, by a word for each. */
export const PETITIONS = {
  crossing: {
    title: 'Облаштувати пішохідний перехід біля школи № 7 на вулиці Шевченка',
    text: 'Щоранку діти переходять дорогу там, де немає розмітки. Просимо встановити знаки й ліхтарі.',
  },
  bridge: {
    title: 'Полагодити міст через Калинівку',
    text: 'Пішохідний міст через річку закрито з весни. Просимо відкрити його для велосипедистів.',
  },
  lights: {
    title: 'Освітлення скверу біля амбулаторії',
    text: 'Увечері люди падають на сходах під’їзду. Просимо поставити 12 ліхтарів уздовж доріжки.',
  },
  nursery: {
    title: 'Відремонтувати дитячий садок «Ромашка»',
    text: 'Дах протікає, вікна старі. У приміщенні холодно, тому дітей залишають удома.',
  },
  stop: {
    title: 'Нова зупинка автобуса на вулиці Польовій',
    text: 'Мешканці хутора йдуть до автобусів три кілометри. Просимо облаштувати зупинку з лавкою.',
  },
  shelter: {
    title: 'Створити притулок для безпритульних тварин',
    text: 'На вулицях чимало бездомних собак. Просимо укласти угоду з ветеринарною клінікою.',
  },
  library: {
    title: 'Відчинити бібліотеку в суботу',
    text: 'Бібліотека працює лише в будні, коли люди на роботі.',
    author: { surname: 'Лісова', givenName: 'Мавка', patronymic: 'Лукашівна' },
  },
  trees: {
    title: 'Висадити липову алею вздовж дороги до вокзалу',
    text: 'Просимо висадити дерева й доглядати за ними. Їх об’єднає спільний проєкт із школярами.',
  },
  waste: {
    title: 'Роздільний збір сміття в кожному дворі',
    text: 'Просимо поставити контейнери для скла, паперу й пластику та вивозити їх щотижня.',
  },
  porch: {
    title: 'Ґанок лікарні: пандус для людей на кріслах колісних',
    text: 'До лікарні не заїхати кріслом: сходинки круті. Просимо пандус і поручні, п’ять метрів завдовжки.',
  },
  station: {
    title: 'Зарядна станція для електромобілів',
    text: 'У громаді немає жодної станції. Просимо оголосити конкурс.',
  },
  pond: {
    title: 'Очистити ставок у парку',
    text: 'Вода зацвіла, риба гине. Ставків у громаді три, цей найстаріший. Українська мова табличок.',
  },
} as const satisfies Record<string, { title: string; text: string; author?: object }>

export type Known = keyof typeof PETITIONS

/** All of them in an index, numbered from 1 in their order. */
export function searchOfAll(): PetitionSearch {
  const search = new PetitionSearch()
  Object.entries(PETITIONS).forEach(([id, petition], place) => {
    search.add(id, searchTerms({ author: nobody, ...petition, number: place + 1 }))
  })
  return search
}
