/** What the widget itself says on another site; the rest stands in its frame. */
export const widget = {
  frame: 'Electronic petition',
  frameOf: (title: string) => `Electronic petition: ${title}`,
  link: 'Read and sign the petition',
  blocked: 'This page cannot show the form. The petition can be signed on the Viche site.',
}
