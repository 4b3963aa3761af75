import { addDays, atHour, dayOf, type Instant } from '../../../shared/calendar/day'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import { addWorkingDays } from '../../../shared/calendar/working-calendar'
import { councilHost, DEMO, NGO } from './communities'
import type { Storyteller } from './storyteller'

const COUNCIL = councilHost(DEMO)
const here = { community: DEMO, host: COUNCIL }

/** Ten in the morning, so many working days after an instant. */
function later(from: Instant, workingDays: number, hour = 10): Instant {
  return atHour(addWorkingDays(dayOf(from), workingDays, UKRAINE), hour)
}

/** Petitions of the demonstration, at least one in every state. */
export async function tellPetitions(tell: Storyteller): Promise<void> {
  await inModeration(tell)
  await refused(tell)
  await collecting(tell)
  await withdrawn(tell)
  await thresholdReached(tell)
  await overdue(tell)
  await inConsideration(tell)
  await answered(tell)
  await fromNgo(tell)
  await appeal(tell)
  await archived(tell)
}

async function published(tell: Storyteller, story: Parameters<Storyteller['submit']>[0], at: Instant) {
  const id = await tell.submit(story, at)
  const on = later(at, 1)
  const role = story.host.kind === 'ngo' ? 'ngo-editor' : 'moderator'
  await tell.act(id, role, 'publish', {}, on)
  return { id, on }
}

async function inModeration(tell: Storyteller): Promise<void> {
  await tell.submit(
    {
      ...here,
      title: 'Поставити лавки вздовж алеї біля млина',
      topic: 'greenery',
      text: 'Алея біля млина — улюблене місце прогулянок, але присісти там ніде. Просимо встановити щонайменше шість лавок зі спинками та урни поруч, щоб і літні люди могли дійти до річки й перепочити.',
      author: 11,
    },
    tell.workingDaysAgo(1),
  )
}

async function refused(tell: Storyteller): Promise<void> {
  const at = tell.workingDaysAgo(20)
  const id = await tell.submit(
    {
      ...here,
      title: 'Зробіть уже щось із цим усім',
      text: 'Скільки можна терпіти! Усі все бачать і всі мовчать. Зробіть уже щось нарешті, бо так далі не можна.',
      author: 12,
    },
    at,
  )
  const explanation =
    'У тексті не названо, що саме пропонує автор. Додайте конкретне прохання та подайте петицію ще раз.'
  await tell.act(id, 'moderator', 'reject', { ground: 'missing-essence', explanation }, later(at, 1))
}

async function collecting(tell: Storyteller): Promise<void> {
  const crossing = await published(
    tell,
    {
      ...here,
      title: 'Облаштувати пішохідний перехід біля школи на вулиці Шевченка',
      topic: 'safety',
      text: 'Щоранку понад сто дітей переходять вулицю Шевченка там, де немає ні розмітки, ні знаків.\n\nПросимо раду:\n1. нанести розмітку пішохідного переходу навпроти шкільних воріт;\n2. встановити знаки та обмеження швидкості 30 км/год;\n3. облаштувати освітлення до початку зими.',
      author: 0,
    },
    tell.daysAgo(24),
  )
  await tell.sign(crossing.id, 7, crossing.on, tell.daysAgo(1))
  const library = await published(
    tell,
    {
      ...here,
      title: 'Відчинити бібліотеку в суботу',
      topic: 'culture',
      text: 'Бібліотека працює лише в будні до 17:00, коли більшість мешканців на роботі. Просимо зробити суботу робочим днем бібліотеки, а вихідним — понеділок.',
      author: 3,
    },
    tell.daysAgo(9),
  )
  await tell.sign(library.id, 3, library.on, tell.daysAgo(1))
}

async function withdrawn(tell: Storyteller): Promise<void> {
  const { id, on } = await published(
    tell,
    {
      ...here,
      title: 'Перенести ярмарок на центральну площу',
      topic: 'governance',
      text: 'Просимо перенести щотижневий ярмарок з околиці на центральну площу, щоб до нього було зручно дійти пішки з усіх кутків селища.',
      author: 4,
    },
    tell.daysAgo(40),
  )
  await tell.withdraw(id, later(on, 5))
}

async function thresholdReached(tell: Storyteller): Promise<void> {
  const { id, on } = await published(
    tell,
    {
      ...here,
      title: 'Висадити липову алею вздовж дороги до вокзалу',
      topic: 'greenery',
      text: 'Дорога до вокзалу влітку розпечена, узимку продувається. Просимо висадити вздовж неї алею з лип і доглядати за нею перші три роки.',
      author: 5,
    },
    tell.daysAgo(18),
  )
  await tell.sign(id, DEMO.settings.threshold, on, tell.daysAgo(1))
}

async function overdue(tell: Storyteller): Promise<void> {
  const { id, on } = await published(
    tell,
    {
      ...here,
      title: 'Полагодити міст через Калинівку',
      topic: 'transport',
      text: 'Пішохідний міст через річку Калинівку закрито з весни, обхід займає сорок хвилин. Просимо відремонтувати міст і відкрити його для пішоходів та велосипедистів.',
      author: 6,
    },
    tell.daysAgo(45),
  )
  const reached = addDays(dayOf(on), 12)
  await tell.sign(id, DEMO.settings.threshold, on, atHour(reached, 10))
  await tell.act(id, 'head', 'transfer', {}, later(atHour(reached, 10), 1))
  await tell.act(id, 'secretary', 'begin-consideration', {}, later(atHour(reached, 10), 2))
}

async function inConsideration(tell: Storyteller): Promise<void> {
  const { id, on } = await published(
    tell,
    {
      ...here,
      title: 'Провести громадські слухання щодо забудови парку',
      topic: 'land',
      text: 'У парку «Діброва» планують торговий центр. Просимо провести громадські слухання, перш ніж ухвалювати будь-які рішення про землю парку, й оприлюднити висновки.',
      author: 7,
      wantsHearing: true,
    },
    tell.daysAgo(30),
  )
  const reached = tell.workingDaysAgo(6)
  await tell.sign(id, DEMO.settings.threshold, on, reached)
  await tell.act(id, 'head', 'transfer', {}, later(reached, 0, 15))
  const begun = later(reached, 2)
  await tell.act(id, 'secretary', 'begin-consideration', {}, begun)
  const dueOn = addWorkingDays(dayOf(begun), 30, UKRAINE)
  const reason = 'Громадські слухання призначено; строк продовжено на час їх проведення (п. 15).'
  await tell.act(id, 'head', 'extend', { dueOn, reason }, later(begun, 1))
}

async function answered(tell: Storyteller): Promise<void> {
  const light = await considered(
    tell,
    {
      ...here,
      title: 'Освітити сквер біля амбулаторії',
      topic: 'safety',
      text: 'Увечері в сквері біля амбулаторії темно, люди падають на сходах. Просимо встановити вісім ліхтарів уздовж головної доріжки.',
      author: 8,
    },
    70,
    'supported',
  )
  await tell.act(
    light.id,
    'secretary',
    'answer',
    {
      text: 'Рада підтримала петицію. Вісім ліхтарів комунальне підприємство «Світло» встановить до кінця року.',
      reasons:
        'Кошти на освітлення передбачено програмою благоустрою; обстеження підтвердило, що сквер не освітлено.',
    },
    light.next,
  )
  const trams = await considered(
    tell,
    {
      ...here,
      title: 'Прокласти трамвайну лінію до озера',
      topic: 'transport',
      text: 'Улітку до озера не доїхати автобусом. Просимо прокласти трамвайну лінію від площі до озера завдовжки вісім кілометрів.',
      author: 9,
    },
    90,
    'not-supported',
  )
  await tell.act(
    trams.id,
    'secretary',
    'answer',
    {
      text: 'Рада не підтримала петицію. Натомість улітку до озера ходитиме додатковий автобус щопівгодини.',
      reasons:
        'Вартість лінії вчетверо перевищує річний бюджет громади, а пасажиропотік становить до трьохсот осіб на день лише у вихідні.',
    },
    trams.next,
  )
}

async function considered(
  tell: Storyteller,
  story: Parameters<Storyteller['submit']>[0],
  daysAgo: number,
  outcome: 'supported' | 'not-supported',
) {
  const { id, on } = await published(tell, story, tell.daysAgo(daysAgo))
  const reached = later(on, 8)
  await tell.sign(id, DEMO.settings.threshold, on, reached)
  if (story.host.kind === 'ngo') await tell.dispatched(id, later(reached, 0, 11))
  await tell.act(id, 'head', 'transfer', {}, later(reached, 0, 15))
  const begun = later(reached, 2)
  await tell.act(id, 'secretary', 'begin-consideration', {}, begun)
  const decided = later(begun, 7)
  const text = 'Рішення сесії ради, протокол додано до справи.'
  await tell.act(id, 'secretary', 'decide', { outcome, text }, decided)
  await tell.act(id, 'head', 'announce', {}, later(decided, 0, 15))
  return { id, next: later(decided, 1) }
}

async function fromNgo(tell: Storyteller): Promise<void> {
  const there = { community: DEMO, host: NGO }
  const open = await published(
    tell,
    {
      ...there,
      title: 'Створити притулок для безпритульних тварин',
      topic: 'animals',
      text: 'Просимо раду виділити приміщення під притулок для безпритульних тварин та укласти угоду з ветеринарною клінікою про стерилізацію.',
      author: 13,
    },
    tell.daysAgo(15),
  )
  await tell.sign(open.id, 6, open.on, tell.daysAgo(1))
  const school = await considered(
    tell,
    {
      ...there,
      title: 'Відновити шкільний автобус на хутір Яр',
      topic: 'education',
      text: 'Діти з хутора Яр ходять до школи чотири кілометри пішки. Просимо відновити ранковий і пообідній рейси шкільного автобуса.',
      author: 14,
    },
    50,
    'supported',
  )
  await tell.act(
    school.id,
    'secretary',
    'answer',
    {
      text: 'Рада підтримала петицію: автобус на хутір Яр їздитиме з понеділка двічі на день.',
      reasons:
        'Громада має вільний автобус, а закон зобов’язує довозити учнів, які живуть далі ніж за два кілометри.',
    },
    school.next,
  )
}

async function appeal(tell: Storyteller): Promise<void> {
  const { id, on } = await published(
    tell,
    {
      ...here,
      title: 'Побудувати скейтпарк за стадіоном',
      topic: 'culture',
      text: 'За стадіоном порожня асфальтована ділянка. Просимо облаштувати на ній скейтпарк із простими рампами та лавками для батьків.',
      author: 15,
    },
    tell.daysAgo(75),
  )
  await tell.sign(id, 4, on, later(on, 20))
  await tell.runOut(id, 4, atHour(addDays(dayOf(on), 61), 10))
  const registrationNumber = 'П-42/06'
  await tell.act(
    id,
    'secretary',
    'register-appeal',
    { registrationNumber },
    later(atHour(addDays(dayOf(on), 61), 10), 1),
  )
}

/** Kept for three years and past them: the clock archives it at the first sweep. */
async function archived(tell: Storyteller): Promise<void> {
  const bell = await considered(
    tell,
    {
      ...here,
      title: 'Повернути годинник на вежу ратуші',
      topic: 'culture',
      text: 'Годинник на вежі ратуші зняли на ремонт і не повернули. Просимо завершити ремонт і повернути годинник на місце.',
      author: 16,
    },
    3 * 365 + 40,
    'supported',
  )
  await tell.act(
    bell.id,
    'secretary',
    'answer',
    {
      text: 'Рада підтримала петицію. Годинник відремонтовано й повернуто на вежу.',
      reasons: 'Ремонт завершено, кошти сплачено з бюджету громади.',
    },
    bell.next,
  )
}
