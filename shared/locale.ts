/** Languages of the site, the first being the default. */
export const LOCALES = ['uk', 'en'] as const
export type Locale = (typeof LOCALES)[number]
