export const signers = {
  pageTitle: (title: string, page: string) => `${title}, сторінка ${page}`,
  first: 'Перша',
  last: 'Остання',
  toPage: 'Номер сторінки',
  go: 'Перейти',
  position: (range: string) => `Записи ${range}`,
  positionOf: (range: string, total: string) => `Записи ${range} із ${total}`,
}
