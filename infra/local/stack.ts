import { Hono } from 'hono'
import type { Platform } from '../../functions/composition'
import type { ObjectStore } from '../../functions/ports/object-store'
import { TSA_ROOTS_KEY } from '../../shared/log/addresses'
import { topology } from '../topology'
import { clockRoutes } from './clock-routes'
import { Closers } from './closers'
import { type LocalCloud, startCloud } from './cloud'
import {
  type DataFolder,
  emptyDataFolder,
  markSeeded,
  markSeeding,
  needsSeed,
  openDataFolder,
} from './data-folder'
import { lockData } from './data-lock'
import type { ComposeHandlers, Environments, Handlers } from './handlers'
import { idGovUa } from './id-gov-ua/server'
import { rotateKeyFile } from './key-file'
import type { Mailbox } from './mailbox'
import { mailboxRoutes } from './mailbox-routes'
import type { MovedClock } from './moved-clock'
import { ObjectFiles } from './object-files'
import { localEnvironments, localSettings, type Variables } from './settings'
import { settled } from './settling'
import { site } from './site'
import { startTriggers, type Triggers } from './triggers'
import { startTsa, type Tsa } from './tsa/tsa'
import { tsaRoutes } from './tsa/tsa-routes'
import { startWebServer } from './web-server'

export interface StackOptions {
  /** Folder of everything that lasts; made where missing. */
  readonly data: string
  /** 0 for a free one. */
  readonly port: number
  readonly host?: string
  /** 0, the default, for a free one. */
  readonly smtpPort?: number
  readonly handlers: ComposeHandlers
  /** Settings over the topology's and the local ones, and PUBLIC_URL; usually the process's environment. */
  readonly variables?: Variables
  /** Removes the data first. */
  readonly fresh?: boolean
  /** Rotates the root of derived keys before anything is started. */
  readonly rotateKeys?: boolean
  /** Puts what every start brings anew, such as styles and scripts; called before the seed. */
  readonly publish?: (objects: ObjectStore) => Promise<void>
  /** Fills new data; called once, before requests are answered, and again from nothing if it did not finish. */
  readonly seed?: (stack: Stack) => Promise<void>
}

export interface Stack {
  /** Public address without a slash at its end. */
  readonly url: string
  readonly port: number
  readonly smtpPort: number
  readonly platform: Platform
  readonly environments: Environments
  readonly handlers: Handlers
  readonly mailbox: Mailbox
  readonly clock: MovedClock
  readonly databaseEndpoint: string
  /** Answers a request as the web server does, also while the stack is being seeded. */
  fetch(request: Request): Response | Promise<Response>
  /** True once all that was saved or sent is handled with all that followed; false after `milliseconds` (20,000). */
  settle(milliseconds?: number): Promise<boolean>
  /** Runs what has become due until nothing is left, and settles. */
  catchUp(): Promise<void>
  /** Ends everything within two seconds; what was under way is met again at the next start. */
  stop(): Promise<void>
}

/** The demonstration of id.gov.ua on this machine, and what it knows this site by. */
const DEMONSTRATION = { clientId: 'viche', clientSecret: 'demonstration' }
const SECRETS = { ID_GOV_UA_CLIENT_SECRET: DEMONSTRATION.clientSecret }

const SETTLE_MS = 20_000
const STOP_MS = 1_500

/**
 * Starts the topology on this machine.
 * @throws DataInUse, OldData, PortTaken, or an Error that names the wrong variable; nothing is left running then
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const closers = new Closers()
  try {
    return await start(options, closers)
  } catch (error) {
    await closers.close()
    throw error
  }
}

async function start(options: StackOptions, closers: Closers): Promise<Stack> {
  const variables = options.variables ?? {}
  const folder = await openDataFolder(options.data)
  const lock = await lockData(folder.lock)
  closers.add(() => lock.release())
  const web = await listen(options, closers)
  const url = variables.PUBLIC_URL || `http://localhost:${web.port}`
  const tsa = await startTsa()
  closers.add(() => tsa.stop())
  const environments = localEnvironments(url, variables, {
    TSA_URL: tsa.url,
    ID_GOV_UA_URL: `http://localhost:${web.port}/__local/id-gov-ua`,
    ID_GOV_UA_CLIENT_ID: DEMONSTRATION.clientId,
  })
  if (options.fresh) await emptyDataFolder(folder)
  if (options.rotateKeys) await rotateKeyFile(folder.rootKey)
  const seed = options.seed && (await needsSeed(folder)) ? options.seed : undefined
  if (seed) await markSeeding(folder)
  const mailFrom = environments.deliver.MAIL_FROM
  const cloud = await startCloud(
    { folder, smtpPort: options.smtpPort ?? 0, mailFrom, variables: { ...SECRETS, ...variables } },
    closers,
  )
  await publishRoots(cloud.objects, await tsa.open(folder.tsa, cloud.clock))
  await options.publish?.(cloud.objects)
  const handlers = options.handlers(cloud.platform, environments)
  const triggers = await startTriggers(cloud, folder, handlers, closers)
  // The first thing to end is what brings new work.
  closers.add(() => web.stop())
  const stack = assemble({ url, port: web.port, environments, handlers, cloud, tsa, triggers, closers })
  if (seed) await sow(seed, stack, folder)
  web.serve(stack.fetch)
  return stack
}

/** Readers are given the roots of whoever stamps here (RFC 3161). */
function publishRoots(objects: ObjectStore, pem: string): Promise<void> {
  return objects.put(TSA_ROOTS_KEY, pem, { cacheSeconds: 3600 })
}

async function listen({ port, host = '127.0.0.1', variables = {} }: StackOptions, closers: Closers) {
  const addressHeader = (localSettings(variables).CLIENT_ADDRESS_HEADER ?? '').toLowerCase()
  const web = await startWebServer({ port, host, addressHeader })
  closers.add(() => web.stop())
  return web
}

async function sow(seed: (stack: Stack) => Promise<void>, stack: Stack, folder: DataFolder): Promise<void> {
  await seed(stack)
  await stack.settle()
  await markSeeded(folder)
}

interface Parts extends Pick<Stack, 'url' | 'port' | 'environments' | 'handlers'> {
  readonly cloud: LocalCloud
  readonly tsa: Tsa
  readonly triggers: Triggers
  readonly closers: Closers
}

function assemble({ url, port, environments, handlers, cloud, tsa, triggers, closers }: Parts): Stack {
  const { platform, mailbox, clock, databaseEndpoint, smtp } = cloud
  const settle = (milliseconds = SETTLE_MS) => settled(triggers, milliseconds)
  const catchUp = () => runDue(triggers, settle)
  const app = site({
    topology,
    handlers,
    files: new ObjectFiles(cloud.objects),
    local: new Hono()
      .route('/mailbox', mailboxRoutes({ mailbox, outage: smtp.outage }))
      .route('/clock', clockRoutes({ clock, catchUp }))
      .route('/id-gov-ua', idGovUa(DEMONSTRATION))
      .route('/tsa', tsaRoutes(tsa)),
  })
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= Promise.race([
      closers.close(),
      new Promise<void>((done) => setTimeout(done, STOP_MS).unref()),
    ])
    return stopped
  }
  return {
    url,
    port,
    smtpPort: smtp.port,
    platform,
    environments,
    handlers,
    mailbox,
    clock,
    databaseEndpoint,
    fetch: (request) => app.fetch(request),
    settle,
    catchUp,
    stop,
  }
}

/** What the runs bring about may itself make more due: it ends with a run that finds nothing. */
async function runDue(
  { schedules }: Triggers,
  settle: (milliseconds: number) => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + SETTLE_MS
  let found: boolean
  do {
    found = false
    for (const schedule of schedules) {
      while ((await schedule.run()) > 0 && Date.now() < end) found = true
    }
    await settle(end - Date.now())
  } while (found && Date.now() < end)
}
