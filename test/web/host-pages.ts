import type { Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { HostPage } from '../../web/pages/host'
import { HOSTILE, kalynivka, ngo, petitionIn } from './fixtures'

/** An organisation that shows all it can; what it says would do harm if it were not shown as text. */
export const shown: Host = {
  ...ngo,
  front: {
    version: 2,
    about: { uk: `Хто ми.\n\n${HOSTILE}` },
    site: 'https://hromada.example/?"><script>',
    colours: { background: '#7a1f2b', accent: '#8f2436' },
    logo: { key: 'hosts/hromada-online/logo-0123456789.png', width: 240, height: 80 },
  },
}

/** The pages of organisations, by name. */
export function hostPages(locale: Locale): Record<string, unknown> {
  const [open, answered] = [petitionIn('collecting'), petitionIn('answered')]
  const own = { locale, host: shown, communities: [kalynivka] }
  const none = { open: [], answered: [], petitions: [], page: 1, pages: 1 }
  return {
    host: HostPage({
      ...own,
      open: [open],
      answered: [answered],
      petitions: [open, answered],
      page: 1,
      pages: 3,
    }),
    'host-further': HostPage({ ...own, open: [], answered: [], petitions: [open], page: 2, pages: 3 }),
    'host-empty': HostPage({ ...own, ...none, host: ngo }),
  }
}
