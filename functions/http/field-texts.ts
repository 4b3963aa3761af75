import type { Text } from '../../shared/procedure/rule'

/** Words for what may be wrong with one field, by stable code. */
export const FIELD_TEXTS: Readonly<Record<string, Text>> = {
  missing: { uk: 'Заповніть це поле.', en: 'Fill in this field.' },
  'wrong-type': { uk: 'Значення неправильного виду.', en: 'The value is of the wrong kind.' },
  'wrong-value': {
    uk: 'Такого значення немає серед можливих.',
    en: 'This is not one of the possible values.',
  },
  'wrong-format': { uk: 'Неправильний формат.', en: 'The format is wrong.' },
  'unknown-field': { uk: 'Такого поля немає.', en: 'There is no such field.' },
  'too-short': { uk: 'Закоротко.', en: 'Too short.' },
  'too-long': { uk: 'Задовго.', en: 'Too long.' },
  'too-small': { uk: 'Замале значення.', en: 'The value is too small.' },
  'too-big': { uk: 'Завелике значення.', en: 'The value is too large.' },
  'control-characters': {
    uk: 'Текст містить невидимі керівні символи. Приберіть їх або введіть текст наново.',
    en: 'The text contains invisible control characters. Remove them or type the text again.',
  },
  'mixed-scripts': {
    uk: 'Змішано літери різних абеток. Напишіть усе ім’я або кирилицею, або латиницею.',
    en: 'Letters of different alphabets are mixed. Write the whole name in Cyrillic or in Latin letters.',
  },
  'not-a-name': {
    uk: 'Тут можуть бути лише літери, апостроф, дефіс, крапка та пробіл.',
    en: 'Only letters, apostrophes, hyphens, dots and spaces can stand here.',
  },
  'wrong-email': {
    uk: 'Перевірте адресу електронної пошти: вона має вигляд name@example.org.',
    en: 'Check the e-mail address: it looks like name@example.org.',
  },
  'disposable-address': {
    uk: 'Ця поштова скринька тимчасова, тож підтвердити нею підпис не можна. Вкажіть, будь ласка, іншу адресу або підпишіть через id.gov.ua, якщо громада це приймає.',
    en: 'This mailbox is a temporary one and cannot confirm a signature. Please give another address, or sign through id.gov.ua where the community accepts it.',
  },
  'notice-not-read': {
    uk: 'Прочитайте інформацію про оприлюднення даних і поставте позначку.',
    en: 'Read the information on published data and tick the box.',
  },
  'wrong-url': {
    uk: 'Адреса має починатися з https:// або http://.',
    en: 'The address must begin with https:// or http://.',
  },
  'wrong-receiver-url': {
    uk: 'Введіть адресу повністю, наприклад https://example.org/viche.',
    en: 'Enter the whole address, for example https://example.org/viche.',
  },
  'receiver-not-https': {
    uk: 'Адреса має починатися з https://: інакше новини можна підмінити в дорозі.',
    en: 'The address must begin with https://: otherwise news can be changed on its way.',
  },
  'receiver-userinfo': {
    uk: 'Приберіть з адреси ім’я користувача й пароль. Справжність повідомлень доводить підпис.',
    en: 'Take the user name and password out of the address. The signature proves that messages are genuine.',
  },
  'receiver-port': {
    uk: 'Приймати новини можна на порту 443 або 8443.',
    en: 'News can be received at port 443 or 8443.',
  },
  'receiver-not-named': {
    uk: 'Вкажіть доменне ім’я сервера в інтернеті, а не IP-адресу чи внутрішнє ім’я.',
    en: 'Give the server’s domain name on the internet, not an IP address or an inner name.',
  },
  'wrong-date': { uk: 'Вкажіть дату у вигляді РРРР-ММ-ДД.', en: 'Give the date as YYYY-MM-DD.' },
  'due-not-later': {
    uk: 'Новий строк має бути пізнішим за чинний.',
    en: 'The new date must be later than the present one.',
  },
  'day-passed': { uk: 'Цей день уже минув.', en: 'This day has passed already.' },
  'no-identity': {
    uk: 'Виберіть хоча б один спосіб.',
    en: 'Choose at least one way.',
  },
  'identity-not-configured': {
    uk: 'Цього способу платформа ще не має. Зверніться до її оператора.',
    en: 'The platform does not have this way yet. Turn to its operator.',
  },
  'names-before-count': {
    uk: 'Імена зберігають щонайменше стільки ж, скільки кількість підписів.',
    en: 'Names are kept at least as long as the count is.',
  },
  'both-languages': { uk: 'Заповніть обома мовами.', en: 'Fill it in in both languages.' },
  'wrong-numbers': {
    uk: 'Вкажіть номери підписів із переліку, наприклад: 17, 20–25.',
    en: 'Give numbers of signatures from the list, for example: 17, 20–25.',
  },
  'too-many-signatures': {
    uk: 'За один раз можна анулювати не більше тисячі підписів. Поділіть їх на кілька разів.',
    en: 'No more than a thousand signatures can be annulled at once. Divide them into several times.',
  },
  'no-such-signature': {
    uk: 'Підписів із такими номерами в переліку немає: {value}.',
    en: 'The list has no signatures with these numbers: {value}.',
  },
  'already-annulled': {
    uk: 'Ці підписи вже анульовано: {value}.',
    en: 'These signatures are annulled already: {value}.',
  },
  invalid: { uk: 'Неправильне значення.', en: 'The value is wrong.' },
  'not-json': { uk: 'Тіло запиту не є правильним JSON.', en: 'The body is not valid JSON.' },
}
