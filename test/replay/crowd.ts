import type { PersonName } from '../../shared/signing/person-name'

/** Surnames that are the same for women and men, so that every combination is a name. */
const SURNAMES =
  'Шевченко Коваленко Бондаренко Ткаченко Кравченко Олійник Поліщук Савченко Марченко Лисенко Мороз Петренко Клименко Павленко Кравчук Кузьменко Іщенко Назаренко Пономаренко Василенко Гриценко Мельник Гаврилюк Романюк Кириленко Костюк Власенко Левченко Харченко Пилипенко Панченко Данилюк Юрченко Терещенко Яременко Нестеренко Тимошенко Федоренко Семенюк Прокопенко'.split(
    ' ',
  )
const WOMEN =
  'Оксана Марія Ольга Ірина Наталія Тетяна Олена Ганна Софія Катерина Юлія Галина Лариса Надія Віра Соломія Дарина Зоряна Леся Мирослава'.split(
    ' ',
  )
const MEN =
  'Тарас Іван Петро Андрій Олександр Богдан Василь Григорій Дмитро Євген Максим Микола Назар Олег Остап Роман Сергій Степан Юрій Ярослав'.split(
    ' ',
  )
const DAUGHTERS =
  'Тарасівна Іванівна Петрівна Андріївна Олександрівна Богданівна Василівна Григорівна Дмитрівна Євгенівна Максимівна Миколаївна Назарівна Олегівна Остапівна Романівна Сергіївна Степанівна Юріївна Ярославівна'.split(
    ' ',
  )
const SONS =
  'Тарасович Іванович Петрович Андрійович Олександрович Богданович Васильович Григорович Дмитрович Євгенович Максимович Миколайович Назарович Олегович Остапович Романович Сергійович Степанович Юрійович Ярославович'.split(
    ' ',
  )

/** As many different names as there are. */
export const MOST_PEOPLE = SURNAMES.length * 2 * WOMEN.length * DAUGHTERS.length

export interface Resident {
  readonly number: number
  readonly name: PersonName
  readonly email: string
  /** An IPv4 address that few others share. */
  readonly network: string
}

/** The n-th invented resident: no two have the same name. `run` keeps their addresses apart from other runs'. */
export function resident(number: number, run: string): Resident {
  const surname = SURNAMES[number % SURNAMES.length]!
  let rest = Math.floor(number / SURNAMES.length)
  const woman = rest % 2 === 0
  rest = Math.floor(rest / 2)
  const givenName = (woman ? WOMEN : MEN)[rest % WOMEN.length]!
  const patronymic = (woman ? DAUGHTERS : SONS)[Math.floor(rest / WOMEN.length) % SONS.length]!
  return {
    number,
    name: { surname, givenName, patronymic },
    email: `resident-${number}.${run}@replay.example`,
    network: networkOf(number),
  }
}

/** Some households share an address, as behind one router. */
function networkOf(number: number): string {
  const household = Math.floor(number / 3)
  return `10.${(household >> 16) & 255}.${(household >> 8) & 255}.${household & 255}`
}
