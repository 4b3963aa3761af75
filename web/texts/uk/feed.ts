export const feed = {
  petition: (title: string) => `Новини петиції «${title}»`,
  community: (name: string) => `Петиції: ${name}`,
  news: {
    published: (title: string) => `Оприлюднено: ${title}`,
    thresholdReached: (title: string) => `Зібрано необхідну кількість підписів: ${title}`,
    considerationBegun: (title: string) => `Розпочато розгляд: ${title}`,
    answered: (title: string) => `Оприлюднено відповідь: ${title}`,
    appeal: (title: string) => `Не набрала підписів, розглядається як звернення: ${title}`,
    withdrawn: (title: string) => `Відкликано автором: ${title}`,
  },
}
