import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { type ErasureDeps, eraseDue } from '../../../functions/actions/erase-names'
import { publishPetition } from '../../../functions/actions/publish-petition'
import { publishSite } from '../../../functions/actions/publish-site'
import { receiptOf } from '../../../functions/actions/receipt'
import { createPetition, runCommand } from '../../../functions/actions/run-command'
import { sequenceSignatures } from '../../../functions/actions/sequence-signatures'
import { viewPetition } from '../../../functions/actions/view-petition'
import { annulmentTable } from '../../../functions/adapters/dynamodb/annulments'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { queryAll } from '../../../functions/adapters/dynamodb/query'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { keys, toItem } from '../../../functions/adapters/dynamodb/table'
import { verifyEd25519 } from '../../../functions/adapters/ed25519'
import { sha256 } from '../../../functions/adapters/sha256'
import { publishingOn } from '../../../functions/composition/react'
import { sequencingOn } from '../../../functions/composition/sequence'
import { composeSweep, erasingOn } from '../../../functions/composition/sweep'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { personKey } from '../../../functions/signing/person-key'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { bundleKey } from '../../../shared/log/addresses'
import { annulmentKey } from '../../../shared/log/row-key'
import type { SignatureKey } from '../../../shared/signing/signature-id'
import { decodeBundle } from '../../../shared/tlog/bundle'
import { bundleWidth } from '../../../shared/tlog/tile'
import { verifyLog } from '../../../verifier/verify-log'
import { councilHost, testCommunity } from '../../support/communities'
import type { Dynamo } from '../../support/dynamodb'
import { type Fault, faultyDatabase } from '../../support/faulty-database'
import { MemoryObjects } from '../../support/memory-objects'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../../support/platform'

const AUTHOR = 'natalka@example.org'

/** A petition in the real table from its publication to the end of its names’ term, years later. */
export class PetitionOfYears {
  readonly clock = new HandClock('2026-03-02T08:00:00.000Z')
  readonly objects = new MemoryObjects()
  readonly signers: SignatureKey[] = []
  /** What must not be found anywhere once the names are erased. */
  readonly secrets: string[] = [AUTHOR]
  readonly failures: unknown[] = []
  /** Number of the signer whose row was damaged. */
  flawed = -1
  fault: () => Fault = () => 'none'
  private readonly env
  private readonly platform
  private readonly table

  constructor(
    private readonly dynamo: Dynamo,
    readonly id: string,
  ) {
    this.env = { TABLE_NAME: dynamo.tableName, PUBLIC_URL: 'https://viche.example' }
    this.objects.faults = () => this.fault()
    const db = faultyDatabase(dynamo.client, (command) => (isWrite(command) ? this.fault() : 'none'))
    this.table = { db, name: dynamo.tableName }
    this.platform = {
      clock: this.clock,
      random: { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) },
      db,
      objects: this.objects,
      logSigner: memoryLogSigner(),
      keys: memoryKeyRing(),
      mailQueue: new MemoryQueue<MailMessage>(),
    }
  }

  async publish(namesKeptYears: number): Promise<void> {
    const settings = { ...testCommunity.settings, threshold: 1000, namesKeptYears }
    const { communities } = this.deps()
    await communities.putCommunity({ ...testCommunity, settings })
    await communities.putHost(councilHost)
    const submission = {
      ...{ id: this.id, communityId: testCommunity.id, hostId: councilHost.id, email: AUTHOR },
      ...{ title: 'Облаштувати перехід', text: 'Просимо облаштувати перехід.' },
      author: { surname: 'Полтавка', givenName: 'Наталка' },
      ...{ wantsHearing: false, locale: 'uk' as const },
    }
    await createPetition({ ...this.deps(), random: this.platform.random }, submission)
    const by = { role: 'moderator', staffId: 'm' }
    const logOrigin = `viche.example/log/${this.id}`
    await runCommand(this.deps(), this.id, { type: 'publish', by, settings, logOrigin })
    await publishSite(publishingOn(this.platform, this.env))
    this.secrets.push(await this.sealedKey())
  }

  /** People confirm, and the log takes them unless their doorbell is lost. */
  async sign(people: number, { doorbell = true } = {}): Promise<void> {
    const key = await this.key()
    const from = this.signers.length
    await Promise.all(Array.from({ length: people }, (_, n) => this.signOne(from + n, key)))
    const keys = this.signers.slice(from).map((signer) => signer.personKey)
    if (doorbell) await sequenceSignatures(this.sequencing(), this.id, keys)
  }

  private async sealedKey(): Promise<string> {
    const { pk } = keys.petitionKey(this.id)
    const rows = await queryAll(this.table, {
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': keys.petitionKey(this.id).sk }),
    })
    return rows[0]!.sealed!.S!
  }

  private async key(): Promise<Uint8Array> {
    const key = await this.deps().petitions.petitionKey(this.id)
    if (!key) throw new Error('the petition has no key')
    return key
  }

  private async signOne(number: number, key: Uint8Array): Promise<void> {
    const email = `signer-${number}@example.org`
    const person = { surname: `Підписантенко-${number}`, givenName: `Олена-${number}` }
    const [nameSalt, personSalt] = [salt(number, 1), salt(number, 2)]
    const signer = { petitionId: this.id, personKey: personKey(key, `viche.example/log/${this.id}`, email) }
    const confirmedAt = new Date(Date.parse(this.clock.now()) + number).toISOString()
    await signatureTable(this.table).add({
      ...signer,
      person,
      confirmedAt,
      nameSalt,
      personSalt,
      level: 'email',
    })
    this.signers[number] = signer
    this.secrets.push(email, ...Object.values(person), signer.personKey)
    this.secrets.push(...[nameSalt, personSalt].map((bytes) => Buffer.from(bytes).toString('base64')))
  }

  /** Somebody confirms whose row is then damaged, so that the log cannot take it. */
  async signFlawed(): Promise<void> {
    this.flawed = this.signers.length
    await this.sign(1, { doorbell: false })
    const { pk, sk } = keys.signature(this.id, this.signers[this.flawed]!.personKey)
    await this.dynamo.client.send(
      new UpdateItemCommand({
        TableName: this.dynamo.tableName,
        Key: toItem({ pk, sk }),
        UpdateExpression: 'REMOVE givenName',
      }),
    )
    this.secrets.splice(this.secrets.indexOf(`Олена-${this.flawed}`), 1)
  }

  /** An operator removes what set a row aside. */
  async lift(key: string): Promise<void> {
    await this.dynamo.client.send(
      new UpdateItemCommand({
        TableName: this.dynamo.tableName,
        Key: toItem(keys.signature(this.id, key)),
        UpdateExpression: 'REMOVE quarantined',
      }),
    )
  }

  async annul(target: number): Promise<void> {
    const action = {
      ...{ id: `act-${target}`, at: this.clock.now(), by: { role: 'moderator', staffId: 'm' }, number: 1 },
      ...{
        ground: 'duplicate' as const,
        explanation: `лист-${target}`,
        targets: [{ from: target, to: target }],
      },
    }
    this.secrets.push(action.explanation)
    const annulments = annulmentTable(this.table)
    await annulments.record(this.id, action)
    await annulments.add(this.id, action, [target])
    await sequenceSignatures(this.sequencing(), this.id, [annulmentKey(target)])
  }

  async keepContact(index: number): Promise<void> {
    const sealed = `sealed-${this.id}-${index}`
    this.secrets.push(sealed)
    await contactTable(this.table).put(this.id, index, sealed, '2040-01-01T00:00:00.000Z')
  }

  async receipt(number: number): Promise<string> {
    const deps = { signatures: signatureTable(this.table), objects: this.objects }
    const receipt = await receiptOf(deps, this.signers[number]!)
    if (!receipt) throw new Error('the log does not have it yet')
    return receipt.text
  }

  /** The minute’s sweep, and the pages that follow from what it changed. */
  async sweep(): Promise<void> {
    const env = {
      ...this.env,
      BUCKET_NAME: 'files',
      MAIL_QUEUE_URL: 'http://queue',
      ROOT_KEY_ID: 'root',
      LOG_KEY_ID: 'k',
      TSA_URL: '',
    }
    await composeSweep(this.platform, env)()
    await this.publishPages()
  }

  /** The sweep’s erasure alone, of so many signatures. */
  async eraseSome(most: number, erasing: Partial<ErasureDeps> = {}, hasTime = () => true): Promise<void> {
    const onFailure = (_: string, error: unknown) => void this.failures.push(error)
    const deps = { ...this.erasing(), onFailure, ...erasing }
    await eraseDue(deps, { most, hasTime }).catch((error) => this.failures.push(error))
  }

  erasing(): ErasureDeps {
    return erasingOn(this.platform, this.env, { ...this.deps(), onFailure: () => {} })
  }

  async publishPages(): Promise<void> {
    await publishPetition(publishingOn(this.platform, this.env), this.id)
  }

  petition() {
    return this.deps().petitions.load(this.id)
  }

  state() {
    return this.sequencing().log.state(this.id)
  }

  sequencing() {
    return sequencingOn(this.platform, this.env)
  }

  deps() {
    const communities = communityTable(this.table)
    const petitions = petitionTable(this.table, communities.calendar, petitionKeySeal(this.platform.keys))
    return { clock: this.clock, communities, petitions }
  }

  /** What the verifier says of everything that is published. */
  async verified(kept?: string) {
    const { view } = await viewPetition(publishingOn(this.platform, this.env), this.id)
    const page = new TextEncoder().encode(JSON.stringify(view))
    const source = {
      get: async (path: string) =>
        path === `api/v1/petitions/${this.id}` ? page : await this.objects.get(path),
    }
    const stampsBy = () => {
      throw new Error('nothing is stamped here')
    }
    const options = { petitionId: this.id, ...(kept !== undefined && { kept }) }
    return verifyLog(source, { sha256, verifyEd25519, stampsBy }, options)
  }

  async journal() {
    return (await this.deps().petitions.loadRecord(this.id))?.events ?? []
  }

  /** Every entry of the log, as it is published. */
  async entries(): Promise<Uint8Array[]> {
    const { size } = await this.state()
    const bundles = Array.from({ length: Math.ceil(size / 256) }, async (_, n) =>
      decodeBundle((await this.objects.get(bundleKey(this.id, n, bundleWidth(size, n))))!),
    )
    return (await Promise.all(bundles)).flat()
  }

  /** Sort keys of what stands beside the signatures, and of theirs. */
  async rowsOfSigners(): Promise<string[]> {
    const pks = [keys.signature(this.id, '').pk, keys.contact(this.id, 0).pk]
    const rows = await Promise.all(
      pks.map((pk) =>
        queryAll(this.table, {
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': pk }),
          ConsistentRead: true,
        }),
      ),
    )
    return rows.flat().map(({ sk }) => sk?.S ?? '')
  }

  /** Those of the secrets that stand in the table, and those that stand in a file. */
  async found(): Promise<{ inTable: string[]; inFiles: string[] }> {
    const rows: string[] = []
    let from: Record<string, never> | undefined
    do {
      const page = await this.dynamo.client.send(
        new ScanCommand({ TableName: this.dynamo.tableName, ...(from && { ExclusiveStartKey: from }) }),
      )
      rows.push(...(page.Items ?? []).map((item) => JSON.stringify(unmarshall(item), asText)))
      from = page.LastEvaluatedKey as typeof from
    } while (from)
    const files = [...this.objects.objects.values()].map(({ body }) => Buffer.from(body).toString())
    const [table, all] = [rows.join('\n'), files.join('\n')]
    const isIn = (text: string) => this.secrets.filter((secret) => text.includes(secret))
    return { inTable: isIn(table), inFiles: isIn(all) }
  }
}

function isWrite(command: string): boolean {
  return /^(Put|Update|Delete|Transact)/.test(command)
}

/** 32 bytes that no other signature has. */
function salt(number: number, kind: number): Uint8Array {
  return sha256(new TextEncoder().encode(`${kind} ${number}`))
}

function asText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
