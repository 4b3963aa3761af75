// `npm run licences`: writes docs/licences.md from package-lock.json; with --check only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const DOC = fileURLToPath(new URL('../docs/licences.md', import.meta.url))

/** Licences under which a part may be in the product: none asks for more than its own notice and text. */
const ACCEPTED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]

/** What a package's own files say where its entry in the lock does not, or an exception with its reason. */
const EXPLAINED = {
  'png-js': 'MIT (its LICENSE file)',
  'dejavu-fonts-ttf': 'Bitstream Vera and public domain (fonts in PDF files)',
  '@resvg/resvg-wasm': 'MPL-2.0 (used as it is, unchanged)',
}

const parts = shipped(JSON.parse(readFileSync(LOCK, 'utf8')))
const refused = parts.filter(({ name, licence }) => !ACCEPTED.includes(licence) && !(name in EXPLAINED))
if (refused.length > 0) {
  for (const { name, licence } of refused)
    console.error(`${name}: ${licence ?? 'no licence'} is not accepted`)
  process.exit(1)
}
const text = document(parts)
if (!process.argv.includes('--check')) writeFileSync(DOC, text)
else if (readFileSync(DOC, 'utf8') !== text) {
  console.error('docs/licences.md is old: npm run licences')
  process.exit(1)
}

/** Packages that the product rests on when it runs; those for building and testing alone are left out. */
function shipped({ packages }) {
  const found = new Map()
  for (const [path, { version, license, dev, devOptional, optional }] of Object.entries(packages)) {
    if (path === '' || dev || devOptional || optional) continue
    const name = path.replace(/^.*node_modules\//, '')
    found.set(`${name} ${version}`, { name, version, licence: license })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function document(parts) {
  const rows = parts.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${EXPLAINED[name] ?? licence} |`,
  )
  return [
    '# Licences',
    '',
    'What the product rests on when it runs, of the packages in `package-lock.json`; made by `npm run licences`.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
