// Writes one dossier in a process of its own and prints what it took as a line of JSON.
import { readFile } from 'node:fs/promises'
import type { PetitionCase } from '../../functions/documents/dossier/case'
import { bodyOf, writeDossier } from '../../functions/documents/dossier/write'
import { shareImage } from '../../functions/documents/share-image'
import { typefaces } from '../../functions/documents/typefaces'
import type { ObjectStore } from '../../functions/ports/object-store'
import { packageFiles } from '../../infra/local/package-files'
import { topology } from '../../infra/topology'
import { addDays } from '../../shared/calendar/day'
import type { DossierKind } from '../../shared/http/dossier'
import { daysKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE } from '../../shared/log/names'
import { projectPetition } from '../../shared/petition/project'
import { fullName } from '../../shared/signing/person-name'
import { resident } from '../replay/crowd'
import { testCommunity } from '../support/communities'
import { publishedPetition } from '../support/published-petition'

const ID = 'bench'
const DAYS = 60
const SALT = Buffer.alloc(32, 7).toString('base64')
const [what, signers = '0'] = process.argv.slice(2)
const size = Number(signers)
const now = '2026-05-20T09:00:00.000Z'
const files = packageFiles(topology.functions.documents.files ?? {})
const faces = typefaces(files)

const began = performance.now()
const bytes = what === 'share' ? await share() : await dossier(what as DossierKind)
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage()
const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
const peakMb = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, bytes, peakMb }))

async function dossier(kind: DossierKind): Promise<number> {
  const parts = writeDossier({ objects: published(), typefaces: faces }, source(), { kind, locale: 'uk' })
  return (await bodyOf(parts)).length
}

/** The second picture: the first has started the renderer. */
async function share(): Promise<number> {
  const card = { locale: 'uk', petition: source().petition, today: '2026-05-20' } as const
  return (await shareImage({ files, typefaces: faces }, card)).length
}

function source(): PetitionCase {
  const petition = publishedPetition(ID, 6000)
  const record = { petition, events: [], notices: [], log: { applied: size, count: size } }
  const calendar = { martialLaw: [], transfers: [] }
  return {
    petition: projectPetition({ ...record, community: testCommunity, calendar, now }),
    host: petition.host,
    dispatchedAt: undefined,
    leaves: size,
    openData: undefined,
    log: undefined,
    madeAt: now,
    publicUrl: 'https://petitions.example',
  }
}

/** Makes each file as it is asked for, so that what is measured is the dossier's own memory. */
function published(): ObjectStore {
  const get = async (key: string) => {
    if (key === daysKey(ID)) return Buffer.from(JSON.stringify(days()))
    const file = Number(/\/names\/(\d+)$/.exec(key)?.[1])
    return Number.isNaN(file) ? undefined : Buffer.from(JSON.stringify(names(file)))
  }
  return { get } as ObjectStore
}

function names(file: number) {
  const first = file * NAMES_PER_FILE
  return Array.from({ length: Math.min(NAMES_PER_FILE, size - first) }, (_, n) => {
    const index = first + n
    const date = addDays('2026-03-02', Math.floor((index / size) * DAYS))
    return { index, name: fullName(resident(index, ID).name), date, salt: SALT }
  })
}

function days() {
  const signed = Math.floor(size / DAYS)
  const of = (n: number) => ({ day: addDays('2026-03-02', n), signed, annulled: 0 })
  return { size, days: Array.from({ length: DAYS }, (_, n) => of(n)) }
}
