// Verifies the made log in a folder, in a process of its own; tells what it took as a line of JSON.

import { FolderObjectStore } from '../../infra/local/folder-object-store'
import { bundleKey } from '../../shared/log/addresses'
import { decodeBundle } from '../../shared/tlog/bundle'
import { bundleWidth, TILE_WIDTH } from '../../shared/tlog/tile'
import { nodeTools } from '../../verifier/command/node-tools'
import { verifyLog } from '../../verifier/verify-log'
import { PETITION_ID } from './made-log'

/** Seconds, and MB of the process at its largest. */
export interface Verified {
  readonly seconds: number
  readonly bareSeconds: number
  readonly rssMb: number
}

const [folder = '', size = ''] = process.argv.slice(2)
const objects = new FolderObjectStore(folder)
const began = performance.now()
const report = await verifyLog({ get: (path) => objects.get(path) }, nodeTools, { petitionId: PETITION_ID })
const seconds = (performance.now() - began) / 1000
const rssMb = process.resourceUsage().maxRSS / 1024
if (report.verdict !== 'holds' || report.tally?.size !== Number(size)) {
  throw new Error(`the log does not verify: ${JSON.stringify(report.findings)}`)
}
const verified: Verified = { seconds, bareSeconds: await hashAll(Number(size)), rssMb }
console.log(JSON.stringify(verified))

/** SHA-256 of each entry by itself and nothing else. @returns seconds */
async function hashAll(size: number): Promise<number> {
  let seconds = 0
  for (let file = 0; file * TILE_WIDTH < size; file++) {
    const bundle = await objects.get(bundleKey(PETITION_ID, file, bundleWidth(size, file)))
    const entries = decodeBundle(bundle!)
    const started = performance.now()
    for (const entry of entries) nodeTools.sha256(entry)
    seconds += (performance.now() - started) / 1000
  }
  return seconds
}
