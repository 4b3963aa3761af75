import type { Hono } from 'hono'
import { annulmentTable } from '../adapters/dynamodb/annulments'
import { anomalyTable } from '../adapters/dynamodb/anomalies'
import { answerDraftTable } from '../adapters/dynamodb/answer-drafts'
import { apiKeyTable } from '../adapters/dynamodb/api-keys'
import { auditTable } from '../adapters/dynamodb/audit'
import { communityTable } from '../adapters/dynamodb/communities'
import { deliveryTable } from '../adapters/dynamodb/deliveries'
import { deskTable } from '../adapters/dynamodb/desk'
import { frontTable } from '../adapters/dynamodb/fronts'
import { keptFormTable } from '../adapters/dynamodb/kept-forms'
import { signatureLogTable } from '../adapters/dynamodb/log-state'
import { noticeTable } from '../adapters/dynamodb/notices'
import { officeTable } from '../adapters/dynamodb/office'
import { passkeyTable } from '../adapters/dynamodb/passkeys'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { presenceTable } from '../adapters/dynamodb/presences'
import { receiverTable } from '../adapters/dynamodb/receivers'
import { recoveryTable } from '../adapters/dynamodb/recoveries'
import { sessionTable } from '../adapters/dynamodb/sessions'
import { signedRowTable } from '../adapters/dynamodb/signed-rows'
import { staffTable } from '../adapters/dynamodb/staff'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import type { BundledFiles } from '../ports/bundled-files'
import { linkTokens } from '../signing/link-token'
import { petitionKeySeal } from '../signing/petition-key'
import { createStaff } from '../staff/app'
import { configuredIdentities } from './configured-identities'
import { councilProviders } from './council-providers'

export type StaffPlatform = Pick<
  Platform,
  'clock' | 'random' | 'db' | 'saves' | 'keys' | 'mailQueue' | 'objects' | 'secrets'
> & { readonly files: BundledFiles }

/** The staff API and the desk on a platform. */
export function composeStaff(platform: StaffPlatform, env: Environment<'staff'>): Hono {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  return createStaff({
    ...platform,
    communities,
    petitions: petitionTable(table, () => communities.calendar(), petitionKeySeal(platform.keys)),
    desk: deskTable(table),
    drafts: answerDraftTable(table),
    presences: presenceTable(table),
    keptForms: keptFormTable(table),
    notices: noticeTable(table),
    annulments: annulmentTable(table),
    anomalies: anomalyTable(table),
    log: signatureLogTable(table),
    signedRows: signedRowTable(table),
    office: officeTable(table),
    apiKeys: apiKeyTable(table),
    receivers: receiverTable(table),
    deliveries: deliveryTable(table),
    localReceivers: env.LOCAL_RECEIVERS === 'yes',
    fronts: frontTable(table),
    staff: staffTable(table),
    audit: auditTable(table),
    auditYears: env.AUDIT_YEARS,
    passkeys: passkeyTable(table),
    sessions: sessionTable(table),
    recoveries: recoveryTable(table),
    sessionLimits: {
      idle: env.SESSION_IDLE_MINUTES,
      most: env.SESSION_HOURS * 60,
      reauthenticate: env.REAUTHENTICATE_MINUTES,
    },
    throttle: throttleTable(table),
    tokens: linkTokens(platform.keys),
    councils: councilProviders(platform, env),
    configured: configuredIdentities(env),
    limits: { addressPerDay: env.LIMIT_ADDRESS_PER_DAY, ipPerHour: env.LIMIT_IP_PER_HOUR },
    publicUrl: env.PUBLIC_URL,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
  })
}
