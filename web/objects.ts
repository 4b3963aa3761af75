import { NotFoundPage } from './pages/not-found'

/** Files of the site's root that never change with a petition: key and body. @param publicUrl address of the site */
export function rootObjects(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'favicon.svg': FAVICON,
    'robots.txt': `${ROBOTS}\nSitemap: ${publicUrl}/sitemap.xml\n`,
    '404.html': String(NotFoundPage({ locale: 'uk' })),
  }
}

/** Names of signers, mailed links and the desk are nobody's search results. */
const ROBOTS = `User-agent: *
Disallow: /confirm
Disallow: /en/confirm
Disallow: /receipt
Disallow: /en/receipt
Disallow: /author
Disallow: /en/author
Disallow: /staff
Disallow: /en/staff
Disallow: /api/
Disallow: /dossiers/
`

/** The mark on a ground of its own, so that it shows on light and dark tabs. */
const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="#3d4399"/><g fill="#fff">${seats()}</g><circle cx="20" cy="20" r="4.4" fill="#f4b942"/></svg>
`

function seats(): string {
  return Array.from({ length: 9 }, (_, seat) => {
    const angle = (seat / 9) * 2 * Math.PI - Math.PI / 2
    const [x, y] = [20 + 13 * Math.cos(angle), 20 + 13 * Math.sin(angle)]
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.8"/>`
  }).join('')
}
