import type { NoticeFacts } from './mail'

/** Mails to those who follow a petition. */
export const updates = {
  subjects: {
    'threshold-reached': 'Підписів досить: петицію розгляне рада',
    'consideration-begun': 'Рада почала розгляд петиції',
    extended: 'Розгляд петиції продовжено: будуть слухання',
    announced: 'Рішення за петицією оголошено',
    answered: 'Рада відповіла на петицію',
    'collection-ended': 'Збір підписів завершено',
    'appeal-answered': 'Є відповідь на петицію, розглянуту як звернення',
    'collection-resumed': 'Петицію повернуто до збору підписів',
    withdrawn: 'Автор відкликав петицію',
  },
  notices: {
    'threshold-reached': ({ count, threshold }: NoticeFacts) =>
      `Зібрано ${count}, а треба було ${threshold}. Тепер петицію мають передати на розгляд. Коли розгляд розпочнеться, ми вам напишемо.`,
    'consideration-begun': ({ council, due }: NoticeFacts) =>
      `${council}: розгляд петиції розпочато. Строк розгляду: до ${due}.`,
    extended: ({ due }: NoticeFacts) =>
      `Щоб провести громадські слухання, розгляд продовжено до ${due}. Причину та дані про слухання наведено на сторінці петиції.`,
    announced: (_: NoticeFacts) =>
      'Голова громади оголосив рішення. Далі рада оприлюднить письмову відповідь.',
    answered: ({ council }: NoticeFacts) =>
      `${council}: відповідь на петицію з обґрунтуванням уже на сторінці петиції. Це останній крок розгляду.`,
    'collection-ended': ({ count, threshold, due }: NoticeFacts) =>
      `За строк збору зібрано ${count}, а треба було ${threshold}. Петицію розглянуть як звернення громадян, зазвичай не пізніше ${due}.`,
    'appeal-answered': ({ council }: NoticeFacts) =>
      `${council}: петицію розглянуто як звернення громадян, відповідь уже на її сторінці.`,
    'collection-resumed': ({ count, threshold }: NoticeFacts) =>
      `Після анулювання під петицією ${count}, а треба ${threshold}. Рада повернула її до збору підписів. Причину наведено на сторінці петиції.`,
    withdrawn: (_: NoticeFacts) => 'Збір підписів припинено. Більше листів про цю петицію не буде.',
  },
  why: 'Ви отримали цей лист, бо просили повідомляти про хід розгляду петиції. Вашої адреси ніхто не бачить.',
  optOut: 'Більше не писати мені про цю петицію',
}
