/** People's own text: an empty line begins a paragraph, a line end stays one. Markup in it is shown as written. */
export function PlainText({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div class="prose" lang={lang}>
      {paragraphs.map((paragraph) => (
        <p dir="auto">{lines(paragraph)}</p>
      ))}
    </div>
  )
}

function lines(paragraph: string) {
  return paragraph.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))
}
