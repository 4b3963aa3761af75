/** What the widget itself says on another site; the rest stands in its frame. */
export const widget = {
  frame: 'Електронна петиція',
  frameOf: (title: string) => `Електронна петиція: ${title}`,
  link: 'Прочитати й підписати петицію',
  blocked: 'Ця сторінка не може показати форму. Підписати петицію можна на сайті «Віче».',
}
