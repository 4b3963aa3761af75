import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type Figure, rounded } from './figures'

const SIZES = [100, 10_000, 100_000] as const
const KINDS = ['pdf', 'csv', 'json'] as const
/** What the reader of a link sees must be there at once on a slow phone. */
const SHARE_KB = 60
/** Under what the function has. */
const MOST_MB = 512
/** Of what the function has before it is ended. */
const MOST_CPU_SECONDS = 150
const KB = 1024

interface Taken {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly bytes: number
  readonly peakMb: number
}

/** Time, memory and size of dossiers and of the picture, each in a fresh process as a cold function is. */
export async function measureDocuments(tell: (what: string) => void): Promise<Figure[]> {
  tell('documents')
  const share = await taken('share', 100)
  const figures: Figure[] = [
    {
      key: 'documents.share.kb',
      value: rounded(share.bytes / KB, 1),
      unit: 'KB',
      limit: { atMost: SHARE_KB },
    },
    { key: 'documents.share.coldCpuMs', value: rounded(share.cpuSeconds * 1000, 0), unit: 'ms' },
  ]
  for (const kind of KINDS) {
    for (const size of SIZES) {
      tell(`${kind} of ${size} signers`)
      figures.push(...figuresOf(`documents.${kind}.${size}`, await taken(kind, size)))
    }
  }
  return figures
}

function figuresOf(key: string, { seconds, cpuSeconds, bytes, peakMb }: Taken): Figure[] {
  return [
    { key: `${key}.seconds`, value: rounded(seconds, 1), unit: 's' },
    {
      key: `${key}.cpuSeconds`,
      value: rounded(cpuSeconds, 1),
      unit: 's',
      limit: { atMost: MOST_CPU_SECONDS },
    },
    { key: `${key}.kb`, value: rounded(bytes / KB, 0), unit: 'KB' },
    { key: `${key}.rssMb`, value: rounded(peakMb, 0), unit: 'MB', limit: { atMost: MOST_MB } },
  ]
}

async function taken(what: string, size: number): Promise<Taken> {
  const script = fileURLToPath(new URL('./dossier-process.js', import.meta.url))
  const child = spawn(process.execPath, ['--max-old-space-size=256', script, what, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const endWithThis = () => child.kill()
  process.once('exit', endWithThis)
  const said = await text(child.stdout)
  process.removeListener('exit', endWithThis)
  return JSON.parse(said) as Taken
}
