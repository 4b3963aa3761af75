import type { ProblemCode } from '../../shared/problem'
import type { Text } from '../../shared/procedure/rule'

interface ProblemText {
  readonly status: number
  readonly title: Text
  readonly detail: Text
}

const problem = (status: number, title: [string, string], detail: [string, string]): ProblemText => ({
  status,
  title: { uk: title[0], en: title[1] },
  detail: { uk: detail[0], en: detail[1] },
})

/** Status and words of every problem a client may meet (RFC 9457). Codes are stable, words may change. */
export const PROBLEMS: Readonly<Record<ProblemCode | 'internal', ProblemText>> = {
  'invalid-body': problem(
    400,
    ['Перевірте, будь ласка, введене', 'Please check what you entered'],
    ['Деякі поля порожні або заповнені з помилкою.', 'Some fields are missing or wrong.'],
  ),
  'invalid-query': problem(
    400,
    ['Запит містить помилку', 'The request is wrong'],
    ['Один або кілька параметрів адреси неправильні.', 'Some parameters of the address are wrong.'],
  ),
  'unsupported-media-type': problem(
    415,
    ['Такий формат не підтримується', 'This format is not supported'],
    [
      'Надішліть дані у форматі, якого очікує ця адреса.',
      'Send the data in the format this address expects.',
    ],
  ),
  'body-too-large': problem(
    413,
    ['Забагато даних', 'Too much data'],
    ['Запит завеликий. Скоротіть його, будь ласка.', 'The request is too large. Please make it shorter.'],
  ),
  'not-found': problem(
    404,
    ['Такої сторінки немає', 'There is no such page'],
    ['Перевірте адресу, будь ласка.', 'Please check the address.'],
  ),
  'method-not-allowed': problem(
    405,
    ['Ця дія тут неможлива', 'This cannot be done here'],
    ['Адреса не приймає запитів цього виду.', 'The address does not take requests of this kind.'],
  ),
  'petition-not-found': problem(
    404,
    ['Такої петиції немає', 'There is no such petition'],
    [
      'Петицію з таким ідентифікатором не знайдено, або її ще не оприлюднено.',
      'No petition has this identifier, or it is not published yet.',
    ],
  ),
  'community-not-found': problem(
    404,
    ['Такої громади немає', 'There is no such community'],
    ['Громаду з таким ідентифікатором не знайдено.', 'No community has this identifier.'],
  ),
  'host-not-found': problem(
    404,
    ['Такого майданчика немає', 'There is no such host'],
    [
      'Сайту для збору підписів із таким ідентифікатором не знайдено.',
      'No site that collects signatures has this identifier.',
    ],
  ),
  'signature-not-found': problem(
    404,
    ['Такого підпису немає', 'There is no such signature'],
    ['Підпису з таким ідентифікатором не знайдено.', 'No signature has this identifier.'],
  ),
  'names-erased': problem(
    410,
    ['Строк зберігання імен минув', 'The term for keeping names is over'],
    [
      'Імена підписантів цієї петиції вилучено, тому знайти ваш підпис ми вже не можемо. Він і далі врахований, а квитанція, яку ви зберегли, доводить це, як і раніше.',
      'The names of this petition’s signers are erased, so we can no longer find your signature. It still counts, and a receipt that you have kept proves it as before.',
    ],
  ),
  'host-not-for-community': problem(
    409,
    ['Тут не збирають підписів для цієї громади', 'This host does not collect for this community'],
    [
      'Оберіть сайт, на якому збирають підписи для обраної громади.',
      'Choose a host that collects signatures for the chosen community.',
    ],
  ),
  'challenge-failed': problem(
    400,
    ['Перевірка не вдалася', 'The check failed'],
    [
      'Не вдалося переконатися, що запит надсилає людина. Спробуйте ще раз, будь ласка.',
      'We could not make sure that a person is sending this. Please try again.',
    ],
  ),
  'challenge-used': problem(
    409,
    ['Цю перевірку вже використано', 'This check has been used'],
    [
      'Кожна перевірка діє один раз. Надішліть форму ще раз.',
      'Each check serves once. Please send the form again.',
    ],
  ),
  'challenge-expired': problem(
    400,
    ['Час перевірки минув', 'The check has expired'],
    [
      'Форма надто довго була відкрита. Надішліть її ще раз.',
      'The form was open for too long. Please send it again.',
    ],
  ),
  'too-fast': problem(
    429,
    ['Трохи зачекайте, будь ласка', 'Please wait a moment'],
    [
      'Форму заповнено швидше, ніж це може зробити людина. Зачекайте кілька секунд і надішліть її ще раз.',
      'The form was filled in faster than a person can. Wait a few seconds and send it again.',
    ],
  ),
  'disposable-address': problem(
    422,
    ['Ця поштова скринька тимчасова', 'This mailbox is a temporary one'],
    [
      'Такі скриньки дають будь-кому на кілька хвилин, тому ними не можна підтвердити, що підписує одна людина. Вкажіть, будь ласка, іншу адресу, якою ви користуєтеся, або підпишіть через id.gov.ua, якщо громада приймає такі підписи.',
      'Anybody is lent such a mailbox for some minutes, so it cannot show that one person signs. Please give another address that you use, or sign through id.gov.ua where the community accepts it.',
    ],
  ),
  'human-check-failed': problem(
    400,
    ['Перевірка, що ви людина, не вдалася', 'The check that you are a person failed'],
    [
      'Пройдіть перевірку у формі ще раз і надішліть її. Якщо не виходить, спробуйте в іншому браузері.',
      'Please do the check in the form again and send it. If that does not work, try another browser.',
    ],
  ),
  'too-many-requests': problem(
    429,
    ['Забагато спроб', 'Too many attempts'],
    [
      'З цієї адреси надійшло забагато запитів. Спробуйте, будь ласка, {wait}.',
      'Too many requests came from here. Please try again {wait}.',
    ],
  ),
  'network-busy': problem(
    429,
    ['З вашої мережі зараз надто багато запитів', 'Too many requests from your network just now'],
    [
      'Мабуть, тим самим інтернетом користується багато людей. Введене збережено. Спробуйте, будь ласка, {wait} або надішліть форму через іншу мережу, наприклад мобільну. Звернутися до ради можна й листом: її адреса є на сторінці громади.',
      'Many people seem to share your connection. What you typed is kept. Please try again {wait}, or send the form over another network, such as a mobile one. You can also write to the council: its address is on the community’s page.',
    ],
  ),
  'domain-busy': problem(
    429,
    ['З таких поштових адрес зараз надто багато запитів', 'Too many requests with such addresses just now'],
    [
      'Цю петицію саме підписує дуже багато людей із поштою того самого домену (те, що після @). Спробуйте, будь ласка, {wait} або вкажіть іншу свою адресу.',
      'Very many people with mail at the same domain (the part after the @) are signing this petition. Please try again {wait}, or give another address of yours.',
    ],
  ),
  'petition-busy': problem(
    429,
    ['Цю петицію саме підписує дуже багато людей', 'Very many people are signing this petition'],
    [
      'Ми приймаємо підписи так швидко, як можемо. Спробуйте, будь ласка, {wait}.',
      'We take signatures as fast as we can. Please try again {wait}.',
    ],
  ),
  'token-invalid': problem(
    400,
    ['Посилання не діє', 'The link does not work'],
    [
      'Посилання пошкоджене або призначене для іншого. Відкрийте його з листа ще раз, повністю.',
      'The link is damaged or meant for something else. Open it from the mail again, in full.',
    ],
  ),
  'token-expired': problem(
    410,
    ['Строк дії посилання минув', 'The link has expired'],
    [
      'Надішліть форму ще раз, і ми надішлемо нове посилання.',
      'Send the form again and we will mail you a new link.',
    ],
  ),
  'collection-ended': problem(
    409,
    ['Збір підписів завершено', 'The collection has ended'],
    ['Під цією петицією більше не збирають підписів.', 'This petition takes no more signatures.'],
  ),
  'petition-not-open': problem(
    409,
    ['Петицію не відкрито для підписання', 'The petition is not open for signing'],
    [
      'Підписати петицію можна лише після її оприлюднення.',
      'A petition can be signed only after it has been published.',
    ],
  ),
  'petition-withdrawn': problem(
    409,
    ['Петицію відкликано', 'The petition was withdrawn'],
    [
      'Автор відкликав цю петицію, підписати її вже не можна.',
      'Its author withdrew it, so it cannot be signed.',
    ],
  ),
  'identity-not-accepted': problem(
    403,
    ['Так підписати цю петицію не можна', 'This petition cannot be signed that way'],
    [
      'Рада приймає під нею підписи лише тих, чию особу підтверджено інакше. Способи названо на сторінці підписання.',
      'The council takes signatures only from people who were identified in another way; the page for signing names them.',
    ],
  ),
  'wrong-status': problem(
    409,
    ['Зараз цього зробити не можна', 'This cannot be done now'],
    [
      'Петиція перебуває на етапі, на якому ця дія неможлива.',
      'The petition is at a stage at which this is not possible.',
    ],
  ),
  'already-done': problem(
    409,
    ['Це вже зроблено', 'This has been done'],
    ['Повторювати цю дію не потрібно.', 'There is no need to do it again.'],
  ),
  'hearing-not-asked': problem(
    409,
    ['Автор не просив громадських слухань', 'The author asked for no public hearings'],
    [
      'Строк розгляду продовжують лише на час громадських слухань, про які просить петиція.',
      'Consideration is extended only for public hearings that the petition asks for.',
    ],
  ),
  'due-not-later': problem(
    409,
    ['Новий строк має бути пізнішим', 'The new date must be later'],
    [
      'Вкажіть день, пізніший за сьогоднішній і за чинний строк розгляду.',
      'Give a day later than today and later than the present due date.',
    ],
  ),
  'preview-changed': problem(
    409,
    ['Дані змінилися після перегляду', 'Things have changed since the preview'],
    [
      'Ще нічого не анульовано. Перегляньте оновлені дані й підтвердьте ще раз.',
      'Nothing has been annulled. Look at what has changed and confirm again.',
    ],
  ),
  'annulment-incomplete': problem(
    503,
    ['Записано не всі анулювання', 'Not all annulments are written'],
    [
      'Частину вже записано. Підтвердьте ще раз, щоб записати решту: двічі нічого не анулюється.',
      'Some are written. Confirm again to write the rest: nothing is annulled twice.',
    ],
  ),
  conflict: problem(
    409,
    ['Хтось щойно змінив ці дані', 'Somebody has just changed this'],
    ['Оновіть сторінку й спробуйте ще раз.', 'Reload the page and try again.'],
  ),
  'own-role': problem(
    409,
    ['Власну роль забрати не можна', 'You cannot take a role of your own'],
    [
      'Попросіть про це голову громади або оператора платформи.',
      'Ask the head of the community or the operator of the platform.',
    ],
  ),
  'role-elsewhere': problem(
    422,
    ['Такої ролі тут немає', 'There is no such role here'],
    ['Виберіть роль із переліку.', 'Choose a role from the list.'],
  ),
  'acted-meanwhile': problem(
    409,
    ['Хтось діяв раніше за вас', 'Somebody acted before you'],
    [
      'Вашу дію не виконано, введене збережено. Перегляньте, що змінилося, і вирішіть, чи продовжувати.',
      'Your step was not taken, and what you typed is kept. Look at what has changed and decide whether to go on.',
    ],
  ),
  'notice-busy': problem(
    409,
    ['Цей лист саме надсилають', 'This mail is being sent'],
    ['Зачекайте хвилину й оновіть сторінку.', 'Wait a minute and reload the page.'],
  ),
  'sign-in-required': problem(
    401,
    ['Потрібно увійти', 'Please sign in'],
    ['Ця сторінка доступна лише працівникам після входу.', 'This page is for staff who have signed in.'],
  ),
  'reauthentication-required': problem(
    401,
    ['Підтвердьте, що це ви', 'Please confirm that it is you'],
    [
      'Для цієї дії потрібно щойно підтвердити особу ключем доступу. Системам: POST /api/v1/staff/session/options, відповідь ключа надішліть на POST /api/v1/staff/session, тоді повторіть запит.',
      'This needs a fresh proof by your passkey. For a system: POST /api/v1/staff/session/options, send the key’s answer to POST /api/v1/staff/session, then repeat the request.',
    ],
  ),
  'passkey-refused': problem(
    403,
    ['Ключ доступу не підійшов', 'The passkey was not accepted'],
    [
      'Цього ключа тут не знають, або його вже вилучено. Спробуйте інший ключ чи інший пристрій.',
      'This key is not known here or was removed. Try another key or another device.',
    ],
  ),
  'passkey-too-late': problem(
    410,
    ['Ця спроба вже не дійсна', 'This attempt is no longer valid'],
    [
      'На підтвердження ключем є п’ять хвилин, і кожна спроба діє один раз. Почніть ще раз, будь ласка.',
      'You have five minutes to confirm with the key, and each attempt serves once. Please start again.',
    ],
  ),
  'passkey-known': problem(
    409,
    ['Цей ключ уже додано', 'This key is already there'],
    ['Додавати його вдруге не потрібно.', 'There is no need to add it again.'],
  ),
  'too-many-passkeys': problem(
    409,
    ['Забагато ключів', 'Too many keys'],
    [
      'Вилучіть ключ, яким не користуєтеся, і додайте новий.',
      'Remove a key you do not use, then add a new one.',
    ],
  ),
  'last-passkey': problem(
    409,
    ['Це ваш єдиний ключ', 'This is your only key'],
    [
      'Спершу додайте інший ключ, а тоді вилучіть цей: без ключа увійти не можна.',
      'Add another key first and then remove this one: without a key nobody can sign in.',
    ],
  ),
  'invitation-lapsed': problem(
    410,
    ['Строк запрошення минув', 'The invitation has lapsed'],
    [
      'Попросіть того, хто надав вам роль, забрати її й повернути на сторінці «Люди»: це поновить запрошення.',
      'Ask whoever gave you the role to take it and give it back on the page “People”: that renews the invitation.',
    ],
  ),
  'recovery-needed': problem(
    409,
    ['У вас уже є ключ доступу', 'You have a passkey already'],
    [
      'Увійдіть ним. Якщо ключ втрачено, попросіть про відновлення: його має схвалити друга людина.',
      'Sign in with it. If it is lost, ask for recovery: a second person has to approve it.',
    ],
  ),
  forbidden: problem(
    403,
    ['Немає доступу', 'No access'],
    ['Ваша роль не дає права на цю дію.', 'Your role does not allow this.'],
  ),
  csrf: problem(
    403,
    ['Запит надійшов не з цього сайту', 'The request did not come from this site'],
    ['Оновіть сторінку й надішліть форму ще раз.', 'Reload the page and send the form again.'],
  ),
  'key-required': problem(
    401,
    ['Потрібен дійсний ключ', 'A valid key is needed'],
    [
      'Надішліть ключ у заголовку Authorization: Bearer. Ключа немає, він неправильний, відкликаний або його строк минув.',
      'Send the key in the header Authorization: Bearer. It is missing, wrong, revoked or has expired.',
    ],
  ),
  'key-scope': problem(
    403,
    ['Ключ не дає такого доступу', 'The key does not give this access'],
    [
      'Створіть ключ із потрібним дозволом на сторінці «Системи» робочого місця.',
      'Make a key with the permission needed on the page “Systems” of the desk.',
    ],
  ),
  'too-many-keys': problem(
    409,
    ['Забагато чинних ключів', 'Too many keys at work'],
    [
      'Одна організація може мати не більше двадцяти чинних ключів. Відкличте непотрібні.',
      'An organisation may have at most twenty keys at work. Revoke those that are not needed.',
    ],
  ),
  'too-many-receivers': problem(
    409,
    ['Забагато отримувачів', 'Too many receivers'],
    [
      'Одна організація може мати не більше десяти отримувачів. Вилучіть непотрібні.',
      'An organisation may have at most ten receivers. Remove those that are not needed.',
    ],
  ),
  unavailable: problem(
    503,
    ['Сервіс тимчасово недоступний', 'The service is unavailable for a moment'],
    ['Спробуйте ще раз за хвилину, будь ласка.', 'Please try again in a minute.'],
  ),
  internal: problem(
    500,
    ['Сталася помилка', 'Something went wrong'],
    [
      'Помилка на нашому боці. Спробуйте ще раз трохи згодом.',
      'The fault is ours. Please try again a little later.',
    ],
  ),
}
