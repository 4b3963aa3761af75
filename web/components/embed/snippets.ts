import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { WIDGET_SCRIPT } from '../../assets'
import { textsOf } from '../../texts'

export const THEMES = ['auto', 'light', 'dark'] as const
export const SIZES = ['full', 'compact'] as const

/** How the widget looks on its page (docs/embed.md). */
export interface WidgetOptions {
  readonly lang: Locale
  readonly theme: (typeof THEMES)[number]
  readonly size: (typeof SIZES)[number]
}

interface Embedded extends WidgetOptions {
  readonly petition: { readonly id: string; readonly title: string }
}

/** Heights in CSS pixels of a frame that cannot fit itself, for a column of about 320. */
const FRAME_HEIGHT = { full: 1650, compact: 480 } as const

/** The widget's code; what is as it is by default is left out. */
export function scriptCode(publicUrl: string, { petition, lang, theme, size }: Embedded): string {
  const options = [theme !== 'auto' && ` theme="${theme}"`, size !== 'full' && ` size="${size}"`]
  return [
    `<script type="module" src="${publicUrl}${WIDGET_SCRIPT}"></script>`,
    `<viche-petition petition="${petition.id}" lang="${lang}"${options.filter(Boolean).join('')}>`,
    `  <a href="${publicUrl}${href(lang, paths.petition(petition.id))}">${escaped(petition.title)}</a>`,
    '</viche-petition>',
  ].join('\n')
}

/** The same in a plain frame. */
export function iframeCode(publicUrl: string, { petition, lang, theme, size }: Embedded): string {
  const query = [theme !== 'auto' && `theme=${theme}`, size !== 'full' && `size=${size}`].filter(Boolean)
  const address = `${publicUrl}${href(lang, paths.embedded(petition.id))}`
  const title = textsOf(lang).widget.frameOf(petition.title)
  return [
    `<iframe src="${address}${query.length > 0 ? `?${query.join('&amp;')}` : ''}"`,
    `  title="${escaped(title)}"`,
    `  width="100%" height="${FRAME_HEIGHT[size]}" referrerpolicy="no-referrer"></iframe>`,
  ].join('\n')
}

/** What a content security policy has to allow. */
export function policyCode(publicUrl: string): string {
  return `script-src ${publicUrl};\nframe-src ${publicUrl};`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
