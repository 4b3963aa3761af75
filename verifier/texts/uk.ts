import { ANNULMENT_GROUNDS, isAnnulmentGround } from '../../shared/log/annulment'
import type { Sentences, Verdicts } from './sentences'
import type { Forms } from './speech'

export const counted = {
  signatures: { one: '{n} підпис', few: '{n} підписи', many: '{n} підписів', other: '{n} підпису' },
  entries: { one: '{n} запис', few: '{n} записи', many: '{n} записів', other: '{n} запису' },
  entriesOf: { one: '{n} запису', few: '{n} записів', many: '{n} записів', other: '{n} запису' },
  signaturesOf: { one: '{n} підпису', few: '{n} підписів', many: '{n} підписів', other: '{n} підпису' },
  annulments: {
    one: '{n} анулювання',
    few: '{n} анулювання',
    many: '{n} анулювань',
    other: '{n} анулювання',
  },
  erasures: { one: '{n} вилучення', few: '{n} вилучення', many: '{n} вилучень', other: '{n} вилучення' },
  names: { one: '{n} ім’я', few: '{n} імені', many: '{n} імен', other: '{n} імені' },
  files: { one: '{n} файл', few: '{n} файли', many: '{n} файлів', other: '{n} файлу' },
  stamps: {
    one: '{n} позначка часу',
    few: '{n} позначки часу',
    many: '{n} позначок часу',
    other: '{n} позначки часу',
  },
  flaws: {
    one: '{n} невідповідність',
    few: '{n} невідповідності',
    many: '{n} невідповідностей',
    other: '{n} невідповідності',
  },
  minutes: { one: '{n} хвилину', few: '{n} хвилини', many: '{n} хвилин', other: '{n} хвилини' },
} as const satisfies Record<string, Forms>

export const sentences: Sentences = {
  'key-given': ({ key }) => `Підписи перевірено ключем, який ви вказали: ${key}.`,
  'key-kept': ({ key }) => `Підписи перевірено ключем, збереженим під час попередньої перевірки: ${key}.`,
  'key-first-use': ({ key }) =>
    `Ключ перевірки взято із самого сайту, тому цього разу йому довелося повірити: ${key}. Звірте його з іншим джерелом.`,
  'key-missing': ({ path }) =>
    `На сайті немає ключа перевірки (${path}), тож підпис під журналом перевірити нічим.`,
  'key-malformed': ({ path }) => `Файл ${path} не є ключем перевірки.`,
  'key-changed': ({ kept, now }) =>
    `Сайт показує інший ключ перевірки, ніж той, якому ви довіряєте: був ${kept}, тепер ${now}.`,
  'checkpoint-signed': ({ size, name }, say) =>
    `Контрольну точку на ${say.counted(size, counted.entries)} підписано ключем журналу ${name}.`,
  'checkpoint-malformed': ({ path }) => `Файл ${path} не є контрольною точкою журналу.`,
  'checkpoint-of-another-log': ({ origin, expected }) =>
    `Контрольна точка належить іншому журналу: ${origin} замість ${expected}.`,
  'checkpoint-unsigned': ({ name }) => `Під контрольною точкою немає дійсного підпису журналу ${name}.`,
  'checkpoint-signature-wrong': ({ name }) =>
    `Підпис «${name}» під контрольною точкою недійсний: її текст змінено або підписав хтось інший.`,
  'checkpoint-signature-by-another-key': ({ name }) =>
    `Під контрольною точкою є підпис від імені «${name}», зроблений іншим ключем.`,
  'checkpoint-signed-twice': ({ name }) =>
    `Під контрольною точкою двічі стоїть підпис «${name}», а має стояти один.`,
  'checkpoint-signature-unknown': ({ name }) =>
    `Під контрольною точкою є ще підпис «${name}»; його ключ невідомий, тож він нічого не доводить і не спростовує.`,
  'checkpoint-site-name-unsigned': ({ name }) =>
    `Під контрольною точкою немає другого підпису — від імені сайту (${name}).`,
  'served-elsewhere': ({ origin, host }) => `Журнал ${origin} прочитано не з його сайту, а з ${host}.`,

  'tree-rebuilt': ({ size, root }, say) =>
    `Дерево журналу, побудоване наново із ${say.counted(size, counted.entriesOf)}, має саме той корінь, який підписано: ${root}.`,
  'root-differs': ({ size, stated, computed }, say) =>
    `Записи журналу не дають підписаного кореня: із ${say.counted(size, counted.entriesOf)} виходить ${computed}, а підписано ${stated}.`,
  'tree-not-rebuilt': ({ size }, say) =>
    `Дерево з ${say.counted(size, counted.entriesOf)} побудувати не вдалося: бракує файлів.`,
  'tiles-agree': ({ count }, say) =>
    `Опубліковані хеші дерева (${say.counted(count, counted.files)}) відповідають записам.`,
  'file-missing': ({ path, index }, say) =>
    `Немає файлу ${path}, який мав би починатися із запису ${say.entry(index)}.`,
  'file-too-large': ({ path }) => `Файл ${path} завеликий для файлу такого призначення, його не прочитано.`,
  'bundle-malformed': ({ path, index }, say) =>
    `Файл записів ${path} (від запису ${say.entry(index)}) обірвано, або записів у ньому не стільки, скільки має бути.`,
  'entry-differs': ({ path, index }, say) =>
    `Запис ${say.entry(index)} у файлі ${path} не той, що в підписаному дереві: його підмінено або переставлено.`,
  'tile-malformed': ({ path, index }, say) =>
    `Файл хешів ${path} (від запису ${say.entry(index)}) обірвано, або хешів у ньому не стільки, скільки має бути.`,
  'tile-differs': ({ path, index }, say) =>
    `Файл хешів ${path} не відповідає записам журналу, починаючи із запису ${say.entry(index)}.`,
  'kept-agrees': ({ size }, say) =>
    `Від попередньої перевірки журнал лише доповнювали: перші ${say.counted(size, counted.entries)} ті самі.`,
  'kept-none': () =>
    'Порівняти з давнішим станом журналу немає з чим: це перша перевірка. Наступна покаже, чи не змінювали минуле.',
  'kept-malformed': () =>
    'Збережена контрольна точка пошкоджена, належить іншому журналу або підписана не його ключем; порівняти з нею не вдалося.',
  'kept-uncompared': ({ size }, say) =>
    `Зі збереженою контрольною точкою на ${say.counted(size, counted.entries)} порівняти не вдалося: бракує файлів журналу.`,
  'tree-shrunk': ({ kept, now }, say) =>
    `Журнал укоротився: раніше в ньому було ${say.counted(kept, counted.entries)}, а тепер ${say.number(now)}.`,
  'tree-vanished': ({ kept }, say) =>
    `Журнал зник: раніше в ньому було ${say.counted(kept, counted.entries)}, а тепер його немає.`,
  'tree-forked': ({ size }, say) =>
    `Минуле журналу змінено: перші ${say.counted(size, counted.entries)} тепер не ті, що були під час попередньої перевірки.`,

  'entries-sound': ({ signatures, annulments, erasures }, say) =>
    `Усі записи правильні: ${[
      say.counted(signatures, counted.signatures),
      ...(annulments > 0 ? [say.counted(annulments, counted.annulments)] : []),
      ...(erasures > 0 ? [`${say.counted(erasures, counted.erasures)} імен`] : []),
    ].join(', ')}.`,
  'entry-malformed': ({ index }, say) => `Запис ${say.entry(index)} не є записом журналу підписів.`,
  'text-same': () => 'Усі підписи поставлено саме під тим текстом петиції, який оприлюднено.',
  'text-differs': ({ index }, say) =>
    `Запис ${say.entry(index)} — це підпис під іншим текстом, ніж оприлюднений.`,
  'text-unpublished': () => 'Чи підписано саме оприлюднений текст, не перевірено: немає даних петиції.',
  'time-goes-back': ({ index, minutes }, say) =>
    `Час запису ${say.entry(index)} на ${say.counted(minutes, counted.minutes)} раніший, ніж у попередніх: його внесли до журналу із запізненням.`,
  'entry-after-close': ({ index, closesAt }, say) =>
    `Підпис ${say.entry(index)} поставлено після закінчення строку збору (${say.moment(closesAt)}).`,
  'entry-before-publication': ({ index, publishedAt }, say) =>
    `Підпис ${say.entry(index)} поставлено до оприлюднення петиції (${say.moment(publishedAt)}).`,
  'annulment-of-nothing': ({ index, target }, say) =>
    `Запис ${say.entry(index)} анулює запис ${say.entry(target)}, який не є давнішим підписом.`,
  'annulment-repeated': ({ index, target }, say) =>
    `Запис ${say.entry(index)} анулює підпис ${say.entry(target)} удруге.`,
  'erasure-of-nothing': ({ index, target }, say) =>
    `Запис ${say.entry(index)} вилучає ім’я із запису ${say.entry(target)}, який не є давнішим підписом.`,
  'erasure-repeated': ({ index, target }, say) =>
    `Запис ${say.entry(index)} вилучає ім’я підпису ${say.entry(target)} удруге.`,

  'names-agree': ({ names, erased }, say) =>
    `Перелік підписантів правдивий: ${say.counted(names, counted.names)}, і кожне — саме те, що підписано${
      erased > 0 ? `; ще ${say.number(erased)} вилучено` : ''
    }.`,
  'names-missing': ({ path }) => `Немає файлу з іменами підписантів ${path}.`,
  'names-malformed': ({ path }) => `Файл ${path} не є переліком підписантів.`,
  'name-missing': ({ path, index }, say) => `У переліку ${path} немає імені підписанта ${say.entry(index)}.`,
  'name-differs': ({ path, index }, say) =>
    `Перелік ${path} показує під ${say.entry(index)} не те ім’я або не ту дату, що підписано.`,
  'name-date-differs': ({ path, index, date, signedOn }, say) =>
    `Перелік ${path} показує для підпису ${say.entry(index)} дату ${date}, а за журналом його поставлено ${signedOn}.`,
  'name-of-nothing': ({ path, index }, say) =>
    `У переліку ${path} є ім’я під ${say.entry(index)}, хоча цей запис не є підписом.`,
  'name-of-erased': ({ path, index }, say) =>
    `Перелік ${path} досі показує ім’я ${say.entry(index)}, хоча журнал повідомляє про його вилучення.`,
  'name-repeated': ({ path, index }, say) => `У переліку ${path} підпис ${say.entry(index)} наведено двічі.`,
  'name-wrongly-annulled': ({ path, index }, say) =>
    `Перелік ${path} показує підпис ${say.entry(index)} як анульований, а в журналі такого анулювання немає.`,
  'name-not-annulled': ({ path, index }, say) =>
    `Перелік ${path} показує підпис ${say.entry(index)} як чинний, хоча за журналом його анульовано.`,
  namesakes: ({ count }, say) =>
    `Імен, що трапляються в переліку більш як один раз: ${say.number(count)}. Це можуть бути тезки; чи це різні люди, журнал не показує.`,

  'no-duplicates': ({ signatures }, say) =>
    `Жоден запис не повторює іншого: серед ${say.counted(signatures, counted.signaturesOf)} немає двох з однаковим відбитком імені чи особи. Чи не підписала одна людина двічі, з відбитків не видно: за це відповідає сайт.`,
  'person-repeated': ({ index, first }, say) =>
    `Той самий підпис записано двічі: відбиток особи в записі ${say.entry(index)} такий, як у записі ${say.entry(first)}.`,
  'name-seal-repeated': ({ index, first }, say) =>
    `Той самий підпис записано двічі: відбиток імені в записі ${say.entry(index)} такий, як у записі ${say.entry(first)}.`,

  'count-agrees': ({ count, size }, say) =>
    `Сайт показує саме ту кількість підписів, яку дає журнал: ${say.number(count)} (записів у журналі: ${say.number(size)}).`,
  'count-differs': ({ path, shown, counted: own, size }, say) =>
    `Сайт показує ${say.counted(shown, counted.signatures)}, а за журналом їх ${say.number(own)} (записів: ${say.number(size)}; файл ${path}).`,
  'count-ahead': ({ path, shown, size, now }, say) =>
    `Сайт показує кількість підписів (${say.number(shown)}) для журналу на ${say.counted(size, counted.entries)}, а в контрольній точці їх лише ${say.number(now)} (${path}). Якщо журнал саме доповнюють, повторіть перевірку за хвилину.`,
  'count-missing': ({ path }) => `Показану кількість підписів не перевірено: немає файлу ${path}.`,
  'count-malformed': ({ path }) => `Файл ${path} не містить кількості підписів.`,
  'petition-missing': ({ path }) => `Сторінку петиції з журналом не звірено: немає файлу ${path}.`,
  'petition-malformed': ({ path }) => `Файл ${path} не містить даних петиції.`,
  'threshold-agrees': ({ index, at, threshold }, say) =>
    `Необхідну кількість (${say.number(threshold)}) зібрав підпис ${say.entry(index)}: ${say.moment(at)}. Те саме каже сайт.`,
  'threshold-not-met': ({ count, threshold }, say) =>
    `Необхідної кількості ще не зібрано: ${say.number(count)} із ${say.number(threshold)}. Те саме каже сайт.`,
  'threshold-differs': ({ index, at, shown }, say) =>
    `За журналом необхідну кількість зібрав підпис ${say.entry(index)} (${say.moment(at)}), а сайт називає інший час: ${say.moment(shown)}.`,
  'threshold-unshown': ({ index, at, threshold }, say) =>
    `Необхідну кількість (${say.number(threshold)}) зібрав підпис ${say.entry(index)} (${say.moment(at)}), але сайт про це не каже.`,
  'threshold-claimed': ({ shown, count, threshold }, say) =>
    `Сайт каже, що необхідну кількість зібрано (${say.moment(shown)}), а за журналом є лише ${say.number(count)} із ${say.number(threshold)}.`,

  'stamps-hold': ({ count, first, last, authority }, say) =>
    count === 1
      ? `Позначка часу (${authority}) дійсна: ${say.moment(last)}. Записи під нею зроблено не пізніше.`
      : `Позначки часу (${authority}) дійсні, усі ${say.number(count)}: від ${say.moment(first)} до ${say.moment(last)}. Записи під кожною зроблено не пізніше.`,
  'stamps-none': () => 'Позначок часу від незалежного органу в журналу немає.',
  'stamps-roots-missing': () => 'Позначки часу не перевірено: немає сертифікатів органу, що їх ставить.',
  'stamps-roots-malformed': () => 'Позначки часу не перевірено: файл кореневих сертифікатів пошкоджено.',
  'stamps-roots-of-site': () =>
    'Кореневі сертифікати для позначок часу взято із самого сайту; звірте їх або вкажіть свої.',
  'stamps-index-malformed': ({ path }) => `Файл ${path} не є переліком позначок часу.`,
  'stamp-missing': ({ path }) => `Немає файлу ${path}, хоча він значиться в переліку позначок часу.`,
  'stamp-checkpoint-wrong': ({ path }) =>
    `Файл ${path} не є контрольною точкою цього журналу або підписаний не його ключем.`,
  'stamp-forked': ({ path, size }, say) =>
    `Контрольна точка ${path}, засвідчена позначкою часу, належить іншому дереву: перші ${say.counted(size, counted.entries)} журналу тепер не ті.`,
  'stamp-beyond-log': ({ path, size, now }, say) =>
    `Контрольна точка ${path}, засвідчена позначкою часу, має ${say.counted(size, counted.entries)}, а в журналі їх лише ${say.number(now)}: журнал укоротили.`,
  'stamp-malformed': ({ path }) => `Файл ${path} не є позначкою часу.`,
  'stamp-refused': ({ path }) => `Файл ${path} — це відмова органу, а не позначка часу.`,
  'stamp-of-other-data': ({ path }) =>
    `Позначку часу ${path} поставлено на інші дані, а не на цю контрольну точку.`,
  'stamp-by-unknown-authority': ({ path }) => `Позначку часу ${path} поставив невідомий орган.`,
  'stamp-by-wrong-certificate': ({ path }) =>
    `Позначку часу ${path} підписано сертифікатом, який не призначено для позначок часу.`,
  'stamp-expired-certificate': ({ path }) =>
    `Позначку часу ${path} підписано сертифікатом, який на той час не був чинним.`,
  'stamp-signature-wrong': ({ path }) => `Підпис під позначкою часу ${path} недійсний.`,
  'stamp-before-entry': ({ index, size, time, stampedAt }, say) =>
    `Запис ${say.entry(index)} називає час ${say.moment(time)}, хоча позначка часу засвідчила ${say.counted(size, counted.entries)} раніше: ${say.moment(stampedAt)}.`,

  'receipt-malformed': () => 'Цей файл не є квитанцією про підпис, або його пошкоджено.',
  'receipt-of-another-petition': ({ origin, expected }) =>
    `Це квитанція іншої петиції: вона належить журналу ${origin}, а не ${expected}.`,
  'receipt-unsigned': ({ name }) => `Контрольна точка у квитанції не має дійсного підпису журналу ${name}.`,
  'receipt-proof-wrong': ({ index }, say) =>
    `Квитанція не доводить, що запис ${say.entry(index)} є в журналі: її доказ не сходиться з підписаним коренем.`,
  'receipt-entry-malformed': ({ index }, say) => `У квитанції запис ${say.entry(index)} не є підписом.`,
  'receipt-holds': ({ index, time, origin }, say) =>
    `Квитанція справжня: підпис, поставлений ${say.moment(time)}, є записом ${say.entry(index)} журналу ${origin}.`,
  'receipt-without-key': () =>
    'Доказ у квитанції сходиться, але без ключа перевірки не видно, чи підписав її саме сайт.',
  'receipt-in-log': ({ index, name }, say) =>
    `Підпис із квитанції є в журналі: ${say.entry(index)}, ${name}.`,
  'receipt-in-log-nameless': ({ index }, say) =>
    `Підпис із квитанції є в журналі: ${say.entry(index)}. Його ім’я не показано.`,
  'receipt-annulled': ({ by, time, ground }, say) =>
    `Підпис із квитанції анульовано записом ${say.entry(by)} (${say.moment(time)}); підстава: ${isAnnulmentGround(ground) ? ANNULMENT_GROUNDS[ground].uk : ground}.`,
  'receipt-erased': () =>
    'Ім’я підписанта з квитанції вилучено з переліку; запис про підпис залишається в журналі.',
  'receipt-not-in-log': ({ index }, say) =>
    `Підпису з квитанції в журналі немає: на місці ${say.entry(index)} стоїть інший запис.`,
  'receipt-beyond-log': ({ size, now }, say) =>
    `Квитанцію видано, коли в журналі було ${say.counted(size, counted.entries)}, а тут їх лише ${say.number(now)}: журнал укоротили або ця копія старіша за квитанцію.`,
  'receipt-forked': ({ size }, say) =>
    `Квитанція належить іншому дереву: перші ${say.counted(size, counted.entries)} журналу тепер не ті, що були, коли її видали.`,
}

export const verdicts: Verdicts = {
  holds: ({ signatures, annulments, count }, say) =>
    `Усе сходиться: ${say.counted(signatures, counted.signatures)}${
      annulments > 0 ? `, з них ${say.number(annulments)} анульовано; чинних — ${say.number(count)}` : ''
    }.`,
  holdsInPart: ({ signatures, annulments, count }, say) =>
    `Усе, що можна було перевірити, сходиться: ${say.counted(signatures, counted.signatures)}${
      annulments > 0 ? `, з них ${say.number(annulments)} анульовано; чинних — ${say.number(count)}` : ''
    }. Що не перевірено, сказано нижче.`,
  fails: (flaws, say) => `Не сходиться: виявлено ${say.counted(flaws, counted.flaws)}.`,
  receiptHolds: 'Квитанція справжня.',
  receiptFails: 'Квитанція не підтверджується.',
  receiptUnchecked: 'Квитанцію перевірено не повністю.',
  more: (n, say) => `Таких невідповідностей ще ${say.number(n)}.`,
  moreNoted: (n, say) => `Таких ще ${say.number(n)}.`,
}
