import { functions } from './topology/functions'
import { http } from './topology/http'
import { routes } from './topology/routes'
import type { Topology } from './topology/shape'

export * from './topology/shape'

/** The queue's own limit, which its consumer must know to say when a notice has failed. */
const MAIL_MAX_RECEIVES = 6

/**
 * The product's parts as plain data. The CDK stacks and the local stack are both built from it,
 * and a test holds that each covers all of it.
 */
export const topology: Topology = {
  table: {
    key: { partition: 'pk', sort: 'sk' },
    timeToLive: 'expiresAt',
    stream: 'KEYS_ONLY',
    indexes: [
      // What the clock will ask of a petition next.
      { name: 'due', partition: 'dueBucket', sort: 'dueAt' },
      // Everything a council's desk sees.
      { name: 'community', partition: 'communityId', sort: 'submittedAt' },
      // What a community's staff still owe, and notices that have not gone out; nothing else is in it.
      { name: 'desk', partition: 'deskBucket', sort: 'deskAt' },
      // What the public sees, newest first.
      { name: 'published', partition: 'publishedBucket', sort: 'publishedAt' },
    ],
  },
  queues: { mail: { maxReceives: MAIL_MAX_RECEIVES, visibilitySeconds: 60, retentionDays: 4 } },
  functions,
  routes,
  http,
  settings: {
    MAIL_MAX_RECEIVES: String(MAIL_MAX_RECEIVES),
    POW_COST: '1000',
    POW_COUNTER: '850',
    POW_HARDEST: '4',
    POW_CALM_PETITION: '300',
    POW_CALM_NETWORK: '60',
    MINIMUM_SECONDS: '3',
    LINK_HOURS: '72',
    LIMIT_ADDRESS_PER_DAY: '5',
    // Hundreds of residents have one address: a carrier's phones, a university's halls. Who storms from one meets
    // the network's limit first, and proofs of work at their hardest.
    LIMIT_IP_PER_HOUR: '600',
    LIMIT_NETWORK_PER_TEN_MINUTES: '400',
    LIMIT_DOMAIN_PER_HOUR: '200',
    LIMIT_PETITION_PER_MINUTE: '12000',
    DISPOSABLE_ADDRESSES: 'refuse',
    HUMAN_CHECK_URL: '',
    HUMAN_CHECK_SECRET: '',
    // Longer than any petition lives: collection, consideration, and three years of its figures (item 19).
    AUDIT_YEARS: '5',
    SESSION_IDLE_MINUTES: '45',
    SESSION_HOURS: '12',
    REAUTHENTICATE_MINUTES: '10',
    LOCAL_RECEIVERS: 'no',
    CLIENT_ADDRESS_HEADER: 'cloudfront-viewer-address',
    SECRETS_PATH: '/viche/',
    // An installation names its providers of identity by context values of the same names.
    OPENID_ISSUER: '',
    OPENID_CLIENT_ID: '',
    OPENID_SCOPE: 'openid profile email',
    OPENID_TAX_CLAIM: 'drfocode',
    OPENID_REGISTER_CLAIM: 'unzr',
    ID_GOV_UA_URL: '',
    ID_GOV_UA_CLIENT_ID: '',
    ID_GOV_UA_AUTH_TYPES: 'dig_sign,bank_id,diia_id',
    ID_GOV_UA_CERTIFICATE: '',
    // Councils whose staff sign in by the council's own provider: [{ "community", "issuer", "clientId", "acr" }].
    STAFF_OPENID: '[]',
    // Its roots are infra/aws/tsa-roots.pem.
    TSA_URL: 'http://timestamp.digicert.com',
  },
}
