import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect } from 'vitest'
import { PROBLEMS } from '../../../functions/http/problem-texts'
import { rolesOf } from '../../../shared/staff/access'
import type { Answer } from './answer'
import { type Operation, operationsOf } from './operations'
import { actionOf, SOUND } from './sound-bodies'
import type { Staff } from './staff'
import { Town } from './town'
import { crossing } from './wishes'

/** A town with one published petition and staff at work, of which every row is remembered. */
export class Guarded {
  readonly town: Town
  readonly operations: readonly Operation[]
  /** The petition: it collects signatures, so no step of the council has its time. */
  readonly id: string
  /** By role. */
  readonly staff: Readonly<Record<string, Staff>>
  #before = ''

  private constructor(
    town: Town,
    operations: readonly Operation[],
    id: string,
    staff: Record<string, Staff>,
  ) {
    this.town = town
    this.operations = operations
    this.id = id
    this.staff = staff
  }

  static async start(): Promise<Guarded> {
    const town = await Town.start()
    const id = await town.resident(0).submits(crossing)
    const council = ['moderator', 'secretary', 'head'].map((role) => [
      role,
      town.staff(`${role}@malva.example`),
    ])
    const staff = Object.fromEntries([...council, ['operator', town.staff('operator@viche.example')]])
    await staff.moderator!.does(id, 'publish', {})
    const guarded = new Guarded(town, await operationsOf(town), id, staff)
    for (const member of Object.values(guarded.staff)) await member.credentials()
    await guarded.remember()
    return guarded
  }

  /** What is there now is what has to be there at `nothingWritten`. */
  async remember(): Promise<void> {
    await this.town.settled()
    this.#before = await this.#everything()
  }

  async nothingWritten(): Promise<void> {
    await this.town.settled()
    expect(await this.#everything()).toBe(this.#before)
  }

  addressOf({ path }: Operation, id = this.id): string {
    return path.replace('{id}', id)
  }

  /** Headers of somebody who may do it, were it the time for it. */
  async headersFor(operation: Operation): Promise<Record<string, string>> {
    if (!operation.staff) return {}
    if (operation.id === 'previewAnnulment') return this.staff.moderator!.credentials()
    const action = actionOf(operation)
    const role = action ? rolesOf(action).find((one) => one in this.staff)! : 'operator'
    return this.staff[role]!.credentials()
  }

  /** Asks for an operation with a body of the right form, or with the one given. */
  async ask(
    operation: Operation,
    headers: Record<string, string>,
    given: { id?: string; body?: string } = {},
  ) {
    const address = this.addressOf(operation, given.id)
    if (operation.method === 'get') return this.town.get(address, headers)
    const body = given.body ?? JSON.stringify(SOUND[operation.id])
    return this.town.send(operation.method, address, body, { 'content-type': 'application/json', ...headers })
  }

  /** All rows of the table, throttle counters, the trail and when petitions were last looked at aside, and how many mails there are. */
  async #everything(): Promise<string> {
    const { platform, environments, mailbox } = this.town.stack
    const TableName = environments.api.TABLE_NAME
    const { Items = [] } = await platform.db.send(new ScanCommand({ TableName, ConsistentRead: true }))
    const rows = Items.filter(({ pk }) => !/^(?:THROTTLE#|AUDIT#|ANOMALIES$)/.test(pk?.S ?? '')).map((row) =>
      JSON.stringify(row),
    )
    const [newest] = (await mailbox.list({ limit: 1 })).items
    return [...rows.sort(), `mails: ${newest?.id}`].join('\n')
  }
}

/**
 * Status and code of a refusal, after a look that it has the form every refusal has and gives nothing away.
 * @throws Error where it is no refusal, or one for which the server is at fault
 */
export function refused(what: string, answer: Answer): [status: number, code: string] {
  if (answer.status < 400 || answer.status >= 500) throw new Error(`${what}: ${answer.status} ${answer.text}`)
  const [status, code] = answer.problem
  if (!Object.keys(PROBLEMS).includes(code)) throw new Error(`${what}: unknown code ${code}`)
  if (/node_modules|\bat \/|\.ts:/.test(answer.text))
    throw new Error(`${what} tells of the code: ${answer.text}`)
  return [status, code]
}
