import type { Dice } from './dice'

const STEMS =
  'Бонд Ков Шевч Мельн Ткач Крав Кост Олій Лис Пол Мор Сав Рудн Гонч Сид Мар Клим Пав Пет Юр Яц Зах Дем Фед Гриц Степ Назар Тим Роман Іван Василь Андр Остап Кирил Прок Макс Дан Сем Луц Гнат Харч Левч Панч Радч Ільч Корн Вовк Зай Лев Соб Син Чорн Біл Руд Сух Кри Глух Коз Бар Вол Гай Дуб Жук Зін Ярем Хом Щер Цим Шул Бур Вер Гол Дов Жад Кал Лаз Мат Нест Оста Пил Реш Сал Тар Усен Філ Худ Чуб Шап Щур Юхим Яр'.split(
    ' ',
  )
const MIDDLES = ['', 'и', 'а', 'о', 'ов', 'ен', 'ич', 'ук', 'ан', 'ил', 'ор', 'ин']
const ENDS = ['енко', 'чук', 'ський', 'ак', 'ів', 'ко', 'ець', 'юк', 'ишин', 'ик', 'ай', 'ин']
const WOMEN =
  'Олена Тетяна Наталія Ірина Оксана Світлана Людмила Марія Юлія Анна Ольга Катерина Вікторія Надія Галина Любов Лариса Валентина Інна Алла Дарія Софія'.split(
    ' ',
  )
const MEN =
  'Олександр Сергій Володимир Андрій Микола Віктор Іван Юрій Василь Олексій Михайло Ігор Дмитро Роман Петро Богдан Тарас Максим Павло Євген Анатолій Степан Ярослав Артем Назар Данило Остап Лев'.split(
    ' ',
  )
const FATHERS =
  'Іван Микол Володимир Олександр Васил Петр Анатолі Віктор Сергі Михайл Григор Степан Юрі Богдан Павл Андрі Леонід Федор Ярослав Роман Олексі Валентин Дмитр Семен Тарас Ігор Євген Яков Борис Антон'.split(
    ' ',
  )

const SURNAMES = STEMS.length * MIDDLES.length * ENDS.length

/** A name like those of a list: some surnames are everywhere, most are rare; one in two hundred has a slip. */
export function personName(dice: Dice): string {
  const surname = slip(dice, surnameOf(Math.max(dice.zipf(SURNAMES), dice.zipf(SURNAMES))))
  const father = FATHERS[dice.zipf(FATHERS.length)]!
  if (dice.chance(0.55)) return `${surname} ${WOMEN[dice.zipf(WOMEN.length)]!} ${father}івна`
  return `${surname} ${MEN[dice.zipf(MEN.length)]!} ${father}ович`
}

/** The n-th of some thousand surnames, in no order. */
export function surnameOf(n: number): string {
  const mixed = (n * 7919) % SURNAMES
  const stem = STEMS[mixed % STEMS.length]!
  const rest = Math.floor(mixed / STEMS.length)
  return stem + MIDDLES[rest % MIDDLES.length]! + ENDS[Math.floor(rest / MIDDLES.length)]!
}

function slip(dice: Dice, word: string): string {
  if (!dice.chance(0.005)) return word
  const at = 1 + dice.below(word.length - 1)
  return word.slice(0, at) + word.slice(at + 1)
}
