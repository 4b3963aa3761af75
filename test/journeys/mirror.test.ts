import { createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawPublicKey } from '../../functions/adapters/ed25519'
import { sha256 } from '../../functions/adapters/sha256'
import { FolderObjectStore } from '../../infra/local/folder-object-store'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { checkpointText, parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote, signatureLine, verifierKey } from '../../shared/tlog/note'
import { textOf } from '../support/journeys/form'
import { Resident } from '../support/journeys/resident'
import { type Ran, Shell } from '../support/journeys/shell'
import { Staff } from '../support/journeys/staff'
import { serveFolder } from '../support/journeys/static-server'
import { TownProcess } from '../support/journeys/town-process'
import { crossing } from '../support/journeys/wishes'

// The web team of an NGO follows the page for mirrors to the letter. Each test goes on where the one before ended.

const DAY_MS = 24 * 3_600_000

let town: TownProcess
let shell: Shell
let id: string
let commands: Readonly<Record<string, readonly string[]>>
let signed = 0

beforeAll(async () => {
  ;[town, shell] = await Promise.all([TownProcess.start(), Shell.open()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(crossing)
  await new Staff(town.site, 'moderator@malva.example').does(id, 'publish', {})
  await sign(4)
  commands = await commandsOf('/mirror')
})
afterAll(async () => {
  await shell?.leaves()
  await town?.stop()
})

/** So many more people sign, and the log says so. */
async function sign(people: number): Promise<void> {
  for (let n = 0; n < people; n++) {
    signed++
    await new Resident(town.site, hero(signed), heroEmail(signed)).signs(id)
  }
  await town.site.until('the checkpoint', async () => (await checkpoint()).split('\n')[1] === String(signed))
}

async function checkpoint(): Promise<string> {
  return (await town.site.get(`/log/${id}/checkpoint`)).text
}

/** The commands of the page by their step, for the petition of this journey. */
async function commandsOf(path: string): Promise<Record<string, string[]>> {
  const { text } = await town.site.get(path)
  const blocks = text.matchAll(/<pre [^>]*data-commands="(\w+)">(.*?)<\/pre>/gs)
  return Object.fromEntries(
    [...blocks].map(([, step = '', lines = '']) => [
      step,
      [...lines.matchAll(/<code>(.*?)<\/code>/gs)].map(([, line = '']) =>
        textOf(line).replaceAll('PETITION', id),
      ),
    ]),
  )
}

const types = (step: string, variables = {}): Promise<Ran> => shell.runs(commands[step]!, 'viche', variables)
const inHome = (...path: string[]) => join(shell.home, 'viche', ...path)

/** What cron does with the lines of the schedule. @returns what it would mail */
async function passesNight(): Promise<Ran & { readonly to: string | undefined }> {
  const lines = commands.nightly!
  const variables = Object.fromEntries(lines.slice(0, -1).map((line) => line.split('=') as [string, string]))
  const [, command] = /^\d+ \d+ \* \* \* (.*)$/.exec(lines.at(-1)!)!
  return { ...(await shell.runs([command!], '.', variables)), to: variables.MAILTO }
}

test('the page names each step, and its commands are complete', async () => {
  expect(Object.keys(commands)).toEqual(['prepare', 'verify', 'nightly', 'offline', 'serve', 'compare'])
  const { text } = await town.site.get('/mirror')
  const { text: key } = await town.site.get('/log/verifier-key')
  expect(textOf(text)).toContain(key.trim())
})

test('the program and the key are downloaded, the log is verified and copied', async () => {
  expect(await shell.runs(commands.prepare!)).toEqual({ code: 0, said: '' })
  const { code, said } = await types('verify')
  expect(said).toContain('Усе сходиться: 4 підписи.')
  expect(code).toBe(0)
  expect(await readFile(inHome('mirror', 'log', id, 'checkpoint'), 'utf8')).toBe(await checkpoint())
  expect(await readFile(inHome('kept', id, 'checkpoint'), 'utf8')).toBe(await checkpoint())
})

test('at night only what is new is fetched, and nobody is woken while everything holds', async () => {
  await cp(inHome('mirror'), inHome('theirs'), { recursive: true })
  await sign(3)
  await town.site.moveTo(new Date(Date.parse(await town.site.now()) + DAY_MS).toISOString())
  expect(await passesNight()).toEqual({ code: 0, said: '', to: 'web@example.org' })
  expect(await readFile(inHome('last.log'), 'utf8')).toContain(
    'Від попередньої перевірки журнал лише доповнювали',
  )
  expect(await readFile(inHome('mirror', 'log', id, 'checkpoint'), 'utf8')).toBe(await checkpoint())
})

test('another mirror is compared with: it was shown the same log, or it was not', async () => {
  const theirs = await serveFolder(inHome('theirs'))
  const compare = commands.compare!.map((line) => line.replace('https://mirror.example.org', theirs.url))
  const same = await shell.runs(compare, 'viche')
  expect(same.said).toContain('Від попередньої перевірки журнал лише доповнювали: перші 4 записи ті самі')
  expect(same.code).toBe(0)

  const own = inHome('theirs', 'log', id, 'checkpoint')
  await writeFile(own, await signedAnew(await readFile(own, 'utf8')))
  const other = await shell.runs(compare, 'viche')
  expect(other.said).toContain('Минуле журналу змінено')
  expect(other.code).toBe(1)
  theirs.stop()
})

test('the copy is served by a server that knows nothing of it, and verified there by anybody', async () => {
  expect(commands.serve).toContain(' location / { try_files $uri $uri/index.json =404; }')
  const served = await serveFolder(inHome('mirror'))
  const line = commands
    .verify![0]!.replace(/http\S+(?=\/petitions)/, served.url)
    .replace(' --mirror mirror', '')
  const { code, said } = await shell.runs([line], 'viche')
  expect(said).toContain('сходиться: 7 підписів')
  expect(code).toBe(0)
  served.stop()
})

test('a tampered file is mailed in words; the copy stays as it was', async () => {
  const objects = new FolderObjectStore(join(town.data, 'objects'))
  const key = `log/${id}/names/0`
  const before = await readFile(inHome('mirror', key), 'utf8')
  const names = JSON.parse(before) as { name: string }[]
  await objects.put(key, JSON.stringify(names.with(2, { ...names[2]!, name: 'Хтось Інший' })), {
    cacheSeconds: 0,
  })
  const { code, said } = await passesNight()
  expect(code).toBe(0)
  expect(said).toContain('Не сходиться')
  expect(said.replaceAll('\u00a0', ' ')).toContain(`Перелік ${key} показує під № 3 не те ім’я`)
  expect(await readFile(inHome('mirror', key), 'utf8')).toBe(before)
  expect(await readdir(inHome('mirror', '.viche', 'refused', 'log', id, 'names'))).toEqual(['0'])
})

test('when the site is gone, the night says so, and the copy still proves itself', async () => {
  await town.end()
  expect((await passesNight()).said).toContain('Перевірити не вдалося')
  const { code, said } = await types('offline')
  expect(said).toContain('сходиться: 7 підписів')
  expect(code).toBe(0)
})

test('the English page says the same in English', async () => {
  await town.startAgain()
  const english = await commandsOf('/en/mirror')
  expect(english.verify).toEqual([`${commands.verify![0]} --lang en`])
  const { said } = await shell.runs(english.offline!, 'viche')
  expect(said).toContain('holds: 7 signatures')
})

/** The same checkpoint with another root, truly signed by the site: what only its own key could show to somebody else. */
async function signedAnew(checkpoint: string): Promise<string> {
  const { text } = parseNote(checkpoint)
  const { origin, size } = parseCheckpoint(text)
  const other = checkpointText({ origin, size, root: new Uint8Array(32).fill(1) })
  const key = createPrivateKey(await readFile(join(town.data, 'log.key')))
  const publicKey = rawPublicKey(createPublicKey(key))
  const signature = signBytes(null, Buffer.from(other), key)
  return `${other}\n${signatureLine(verifierKey(sha256, origin, publicKey), signature)}`
}
