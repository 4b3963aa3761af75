import { makeKey } from '../../functions/actions/manage-keys'
import { apiKeyTable } from '../../functions/adapters/dynamodb/api-keys'
import { staffTable } from '../../functions/adapters/dynamodb/staff'
import { KEY_SCOPES } from '../../shared/systems/api-key'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'
import type { Group } from './document'
import type { Callers } from './request'

/** A town with petitions, staff at work and a system's key, and the names that mean something in it. */
export interface Ground {
  readonly town: Town
  readonly known: readonly string[]
  readonly callers: Readonly<Record<Group, Callers>>
}

const STAFF = [
  'moderator@malva.example',
  'secretary@malva.example',
  'head@malva.example',
  'head@kyiv.example',
  'editor@kalynovyi-mist.example',
  'operator@viche.example',
]

export async function prepare(): Promise<Ground> {
  const town = await Town.start()
  try {
    const published = await town.resident(0).submits(crossing)
    const waiting = await town.resident(1).submits({ ...crossing, title: 'Поставити лавки біля школи' })
    const head = town.staff('moderator@malva.example')
    await head.does(published, 'publish', {})
    const signer = town.resident(2)
    const signature = (await signer.signs(published)).id
    const tokens = [await town.resident(3).tokenToSign(published)]
    const proofs = await Promise.all(
      [1, 2, 3].map(() => signer.solves({ purpose: 'sign', petition: published })),
    )
    await town.settled()
    const nobody = {}
    const sessions: Record<string, Record<string, string>> = {
      nobody,
      forged: { cookie: 'viche_session=eyJhbGciOiJIUzI1NiJ9.e30.AAAA' },
    }
    for (const email of STAFF) sessions[email] = await town.staff(email).credentials()
    const key = await systemKey(town)
    return {
      town,
      known: [
        published,
        published,
        waiting,
        signature,
        crossing.communityId,
        crossing.hostId,
        'kyiv',
        ...tokens,
        ...proofs,
      ],
      callers: {
        ...{ reads: { nobody }, signing: { nobody }, submitting: { nobody }, residents: { nobody } },
        staff: sessions,
        systems: {
          nobody,
          key: { authorization: `Bearer ${key}` },
          mutated: { authorization: `Bearer ${key.slice(0, -1)}` },
          other: { authorization: 'Basic YTpi' },
        },
      },
    }
  } catch (error) {
    await town.stop()
    throw error
  }
}

async function systemKey({ stack }: Town): Promise<string> {
  const { platform, environments } = stack
  const table = { db: platform.db, name: environments.api.TABLE_NAME }
  const member = await staffTable(table).byEmail('head@malva.example')
  if (!member) throw new Error('the seed has no head')
  const deps = { ...platform, apiKeys: apiKeyTable(table) }
  const wish = { name: 'fuzz', days: 30, scopes: [...KEY_SCOPES] }
  return (await makeKey(deps, member, 'community:malva', wish)).text
}
