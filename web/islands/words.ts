/** Numbers and counted words in the page's own language. */
const locale = document.documentElement.lang === 'en' ? 'en-GB' : 'uk-UA'
const rules = new Intl.PluralRules(locale)
const ORDER: readonly string[] = ['one', 'few', 'many', 'other']

export function figure(n: number): string {
  return n.toLocaleString(locale)
}

/** Of words in both languages those of the page. */
export function inLanguage(words: { readonly uk: string; readonly en: string }): string {
  return words[locale === 'en-GB' ? 'en' : 'uk']
}

/** `forms` holds one, few, many and other, parted by `|`, with `{n}` for the number. */
export function counted(n: number, forms = ''): string {
  const form = forms.split('|')[ORDER.indexOf(rules.select(n))] ?? '{n}'
  return form.replace('{n}', figure(n))
}
