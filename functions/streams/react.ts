import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { annulmentTarget } from '../../shared/log/row-key'
import { type AnnounceDeps, announceEvents } from '../actions/announce-events'
import { publishLists } from '../actions/publish-lists'
import { publishPetition } from '../actions/publish-petition'
import { publishSite } from '../actions/publish-site'
import type { PublishingDeps } from '../actions/publishing'
import { inParallel } from '../in-parallel'
import type { MailMessage } from '../ports/mail-message'
import type { Metrics } from '../ports/metrics'
import type { PetitionRecord } from '../ports/petition-store'
import type { Queue } from '../ports/queue'
import { type ChangedItem, changedItems, failing } from './changed-items'

export interface ReactDeps extends PublishingDeps, AnnounceDeps {
  readonly mailQueue: Queue<MailMessage>
  readonly metrics: Metrics
  /** Whether counts alone may have the lists published again by now. */
  listsMayFollowCounts(): boolean
}

const PETITION = 'PETITION#'
const NOTICE = 'NOTICE#'
const EVENT = 'EVENT#'
const SIGNATURES = 'SIGNATURES#'
const DESK = 'DESK#'
const ANSWER = 'ANSWER#'
const COMMUNITIES = ['COMMUNITIES', 'HOSTS']
const PETITIONS_AT_ONCE = 4

/**
 * What follows a change: new notices are queued, changed petitions, lists and community pages are published. Each
 * petition once a batch, from the table as it is now; one that fails holds up no other.
 */
export async function reactToChanges(
  deps: ReactDeps,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  const items = changedItems(event, deps.metrics)
  const failed: ChangedItem[] = []
  const attempt = async (cause: ChangedItem, work: () => Promise<void>) => {
    await work().catch((error: unknown) => {
      failed.push(cause)
      deps.metrics.count('PublishingFailures', 1, { item: cause.pk, error: (error as Error).name })
    })
  }

  const published: PetitionRecord[] = []
  const ofPetitions = items.filter((item) => item.pk.startsWith(PETITION))
  await inParallel(
    Map.groupBy(ofPetitions, (item) => item.pk),
    PETITIONS_AT_ONCE,
    ([pk, own]) =>
      attempt(own[0]!, async () => {
        const record = await reactToPetition(deps, pk.slice(PETITION.length), own)
        if (record) published.push(record)
      }),
  )

  const drafts = items.filter(
    (item) => item.inserted && item.pk.startsWith(DESK) && item.sk.startsWith(ANSWER),
  )
  if (drafts.length > 0) await attempt(drafts[0]!, () => mailDrafts(deps, drafts))

  const annulments = items.filter((item) => item.pk.startsWith(SIGNATURES))
  if (annulments.length > 0) await attempt(annulments[0]!, () => mailAnnulled(deps, annulments))

  const community = items.find((item) => COMMUNITIES.includes(item.pk))
  if (community) await attempt(community, () => publishSite(deps))
  const listed = community ?? ofPetitions.find((item) => item.sk === 'PETITION' && isAmong(published, item))
  const counted = listed ?? ofPetitions.find((item) => item.sk === 'LOG' && isAmong(published, item))
  if (listed || (counted && deps.listsMayFollowCounts())) {
    await attempt((listed ?? counted)!, () => publishLists(deps, published))
  }
  return failing(failed)
}

/** Those whom the steps of drafts concern are told. */
async function mailDrafts({ mailQueue }: ReactDeps, items: readonly ChangedItem[]): Promise<void> {
  const messages = items.map(
    ({ pk, sk }): MailMessage => ({
      type: 'draft',
      petitionId: pk.slice(DESK.length),
      version: Number(sk.slice(ANSWER.length)),
    }),
  )
  await mailQueue.send(messages)
}

/** The signers of annulments that the log has taken up are told, where their address is held. */
async function mailAnnulled({ mailQueue }: ReactDeps, items: readonly ChangedItem[]): Promise<void> {
  const messages = items.flatMap(({ pk, sk }): MailMessage[] => {
    const target = annulmentTarget(sk)
    return target === undefined
      ? []
      : [{ type: 'annulment', petitionId: pk.slice(SIGNATURES.length), target }]
  })
  await mailQueue.send(messages)
}

async function reactToPetition(deps: ReactDeps, petitionId: string, items: readonly ChangedItem[]) {
  const notices = items.filter((item) => item.inserted && item.sk.startsWith(NOTICE))
  if (notices.length > 0) {
    await deps.mailQueue.send(
      notices.map(({ sk }) => ({ type: 'notice', petitionId, noticeId: sk.slice(NOTICE.length) })),
    )
  }
  const record = await publishPetition(deps, petitionId)
  // After the pages, so that whoever is told finds them as they are told.
  if (record) await announceEvents(deps, record, entriesAmong(items))
  return record
}

/** `seq` of the journal's entries that were added. */
function entriesAmong(items: readonly ChangedItem[]): ReadonlySet<number> {
  const added = items.filter((item) => item.inserted && item.sk.startsWith(EVENT))
  return new Set(added.map(({ sk }) => Number(sk.slice(EVENT.length))))
}

function isAmong(published: readonly PetitionRecord[], item: ChangedItem): boolean {
  return published.some(({ petition }) => item.pk === `${PETITION}${petition.id}`)
}
