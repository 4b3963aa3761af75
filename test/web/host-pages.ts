import type { FrontChange } from '../../shared/community/front'
import type { Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { DeskHostPage } from '../../web/pages/desk/host'
import { DeskHostsPage } from '../../web/pages/desk/hosts'
import { HostPage } from '../../web/pages/host'
import { HOSTILE, kalynivka, NOW, ngo, petitionIn } from './fixtures'

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

const staff = {
  name: 'Редакторка',
  csrf: 'csrf-token',
  grants: [{ role: 'ngo-editor', scope: `host:${ngo.id}` }] as const,
}
const change: FrontChange = {
  at: NOW,
  by: { id: 'x', name: HOSTILE },
  fields: ['about', 'logo'],
  front: shown.front!,
}

/** The desk's pages about them, by name. */
export function hostDeskPages(locale: Locale): Record<string, unknown> {
  const errors = [{ field: 'accent', message: 'Найближчий: #8f2436.' }]
  return {
    'desk-host': DeskHostPage({ locale, staff, host: shown, changes: [change], flash: 'Збережено.' }),
    'desk-host-new': DeskHostPage({ locale, staff, host: ngo, changes: [] }),
    'desk-host-wrong': DeskHostPage({
      ...{ locale, staff, host: shown, changes: [], errors },
      values: { aboutUk: HOSTILE, accent: '#ffff00' },
      logoFault: 'notPicture',
    }),
    'desk-hosts': DeskHostsPage({ locale, staff, hosts: [ngo, shown] }),
    'desk-hosts-none': DeskHostsPage({ locale, staff, hosts: [] }),
  }
}
