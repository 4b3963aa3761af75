import { join } from 'node:path'
import { Pool } from 'undici'
import { linkTokens } from '../../functions/signing/link-token'
import { openKeyFile } from '../../infra/local/key-file'
import { instantOf } from '../../shared/calendar/day'
import { resident } from '../replay/crowd'
import { serveLoad } from './load'

/** Confirms through HTTP, each with the token of another person; tells the signatures' ids. */
const [url = '', data = '', petitionId = ''] = process.argv.slice(2)
const pool = new Pool(url, { connections: 64 })
const tokens = linkTokens(await openKeyFile(join(data, 'root.key')))
let people = 0

serveLoad(async (requests) => {
  const bodies = await Promise.all(Array.from({ length: requests }, async () => body(people++)))
  return bodies.map((body) => () => confirm(body))
})

async function body(number: number): Promise<string> {
  const { name: person, email } = resident(number, 'bench')
  const now = Date.now()
  const link = { purpose: 'sign', petitionId, person, email, locale: 'uk' } as const
  return JSON.stringify({ token: await tokens.seal(link, instantOf(now), instantOf(now + 3_600_000)) })
}

async function confirm(body: string): Promise<string> {
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path: '/api/v1/signatures/confirm',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const text = await answer.text()
  if (statusCode !== 201) throw new Error(`answered ${statusCode}`)
  return (JSON.parse(text) as { id: string }).id
}
