import * as z from 'zod'

/** Who somebody is must not travel in the clear, but on one machine. */
const providerUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !url.endsWith('/') || new URL(url).pathname !== '/', 'no slash at the end')
  .refine(
    (url) => url.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(url).hostname),
    'https',
  )

/** Councils whose staff may sign in by the council's own OpenID Connect provider, as a list in JSON. */
const councilProviders = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(
        z.strictObject({
          community: z.string().regex(/^[a-z0-9-]{1,60}$/),
          issuer: providerUrl,
          clientId: z.string().min(1).max(500),
          /** How staff have to prove there who they are. */
          acr: z.string().min(1).max(200).optional(),
        }),
      )
      .refine((all) => new Set(all.map(({ community }) => community)).size === all.length, 'one each'),
  )

/** Everything a function may learn from its environment, each name once. */
const names = {
  TABLE_NAME: z.string().min(3),
  /** Public address of the site without a slash at its end. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'), 'no slash at the end'),
  BUCKET_NAME: z.string().min(3),
  MAIL_QUEUE_URL: z.url(),
  /** Keys that other keys are derived from, comma-separated: the one in force first, then retired ones. */
  ROOT_KEY_ID: z.string().min(1),
  LOG_KEY_ID: z.string().min(1),
  MAIL_FROM: z.email(),
  /** Receives after which the mail queue sets a message aside. */
  MAIL_MAX_RECEIVES: z.coerce.number().int().min(1),
  /** PBKDF2 iterations of one attempt at the proof of work. */
  POW_COST: z.coerce.number().int().min(10).max(100_000),
  /** Attempts that the proof of work takes at most; half of it on average. */
  POW_COUNTER: z.coerce.number().int().min(10).max(1_000_000),
  /** How many times as many attempts a storm asks for at most; 1 for a proof that never grows. */
  POW_HARDEST: z.coerce.number().int().min(1).max(64),
  /** Requests to sign one petition within a minute from which on the proof grows. */
  POW_CALM_PETITION: z.coerce.number().int().min(1),
  /** Requests from one /24 or /48 within ten minutes from which on the proof grows. */
  POW_CALM_NETWORK: z.coerce.number().int().min(1),
  /** Seconds between a challenge and its answer below which no person is at work. */
  MINIMUM_SECONDS: z.coerce.number().min(0).max(60),
  /** Hours for which a link to confirm stays valid. */
  LINK_HOURS: z.coerce
    .number()
    .int()
    .min(48)
    .max(24 * 14),
  /** Requests to sign for one address on one petition within a day. */
  LIMIT_ADDRESS_PER_DAY: z.coerce.number().int().min(1),
  /** Requests to sign or submit from one IP address within an hour. */
  LIMIT_IP_PER_HOUR: z.coerce.number().int().min(1),
  /** Requests to sign or submit from one /24 or /48 within ten minutes. */
  LIMIT_NETWORK_PER_TEN_MINUTES: z.coerce.number().int().min(1),
  /** Requests to sign one petition from one mail domain within an hour; large providers are exempt. */
  LIMIT_DOMAIN_PER_HOUR: z.coerce.number().int().min(1),
  /** What is done with addresses whose mailbox vanishes: `refuse`, or `mark` the signature. */
  DISPOSABLE_ADDRESSES: z.enum(['refuse', 'mark']),
  /** Where an outside check that a person is at work is asked (siteverify); empty for none. */
  HUMAN_CHECK_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** The secret that goes with it. */
  HUMAN_CHECK_SECRET: z.string(),
  /** Requests to sign one petition within a minute. */
  LIMIT_PETITION_PER_MINUTE: z.coerce.number().int().min(1),
  /** Minutes without a request after which a member of the staff is signed out. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(240),
  /** Hours after which they sign in anew in any case. */
  SESSION_HOURS: z.coerce.number().int().min(1).max(12),
  /** Minutes for which a proof of who somebody is suffices for what cannot be taken back. */
  REAUTHENTICATE_MINUTES: z.coerce.number().int().min(1).max(240),
  /** Header that carries the reader's address, set by whatever stands in front. */
  CLIENT_ADDRESS_HEADER: z.string().min(1),
  /** Years for which the trail of what staff do is kept. */
  AUDIT_YEARS: z.coerce.number().int().min(1).max(30),
  /** Where time stamps are asked for (RFC 3161 over HTTP); empty for no stamps. */
  TSA_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  /** Where the secrets of identity providers lie, as parameters of Systems Manager: `/viche/`. */
  SECRETS_PATH: z.string().regex(/^\/(?:[\w.-]+\/)+$/),
  /** Issuer of the OpenID Connect provider by which residents may sign; empty for none. */
  OPENID_ISSUER: z.union([z.literal(''), providerUrl]),
  OPENID_CLIENT_ID: z.string().max(500),
  OPENID_SCOPE: z.string().regex(/^openid(?: [\w:./-]+)*$/),
  /** Names of the claims with tax and register number; empty where the provider has none. */
  OPENID_TAX_CLAIM: z.string().max(200),
  OPENID_REGISTER_CLAIM: z.string().max(200),
  /** Address of id.gov.ua or its test host without a slash at its end; empty for none. */
  ID_GOV_UA_URL: z.union([z.literal(''), providerUrl]),
  ID_GOV_UA_CLIENT_ID: z.string().max(500),
  /** Ways that it offers to prove who one is. */
  ID_GOV_UA_AUTH_TYPES: z.string().regex(/^[a-z_]+(?:,[a-z_]+)*$/),
  /** Certificate for which it encrypts profiles, base64; empty where it sends them plain. */
  ID_GOV_UA_CERTIFICATE: z.string().max(8192),
  STAFF_OPENID: councilProviders,
  /** Whether news may be sent to `http://localhost`: only where the whole installation is on one machine. */
  LOCAL_RECEIVERS: z.enum(['yes', 'no']),
} as const

type Name = keyof typeof names

function pick<const Names extends readonly Name[]>(...picked: Names) {
  const shape = Object.fromEntries(picked.map((name) => [name, names[name]]))
  return z.object(shape as { [N in Names[number]]: (typeof names)[N] })
}

/** The environment of each function of the topology. */
export const environments = {
  api: pick(
    'TABLE_NAME',
    'PUBLIC_URL',
    'MAIL_QUEUE_URL',
    'ROOT_KEY_ID',
    'LOG_KEY_ID',
    'POW_COST',
    'POW_COUNTER',
    'POW_HARDEST',
    'POW_CALM_PETITION',
    'POW_CALM_NETWORK',
    'MINIMUM_SECONDS',
    'LINK_HOURS',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'LIMIT_NETWORK_PER_TEN_MINUTES',
    'LIMIT_DOMAIN_PER_HOUR',
    'LIMIT_PETITION_PER_MINUTE',
    'DISPOSABLE_ADDRESSES',
    'HUMAN_CHECK_URL',
    'HUMAN_CHECK_SECRET',
    'CLIENT_ADDRESS_HEADER',
  ),
  receipts: pick('TABLE_NAME', 'BUCKET_NAME'),
  search: pick('BUCKET_NAME'),
  pages: pick(
    'TABLE_NAME',
    'PUBLIC_URL',
    'ROOT_KEY_ID',
    'MAIL_QUEUE_URL',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'CLIENT_ADDRESS_HEADER',
    'LINK_HOURS',
  ),
  residents: pick(
    'TABLE_NAME',
    'PUBLIC_URL',
    'ROOT_KEY_ID',
    'MAIL_QUEUE_URL',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'CLIENT_ADDRESS_HEADER',
    'LINK_HOURS',
    'SECRETS_PATH',
    'OPENID_ISSUER',
    'OPENID_CLIENT_ID',
    'OPENID_SCOPE',
    'OPENID_TAX_CLAIM',
    'OPENID_REGISTER_CLAIM',
    'ID_GOV_UA_URL',
    'ID_GOV_UA_CLIENT_ID',
    'ID_GOV_UA_AUTH_TYPES',
    'ID_GOV_UA_CERTIFICATE',
  ),
  staff: pick(
    'TABLE_NAME',
    'OPENID_ISSUER',
    'ID_GOV_UA_URL',
    'BUCKET_NAME',
    'PUBLIC_URL',
    'MAIL_QUEUE_URL',
    'ROOT_KEY_ID',
    'SESSION_IDLE_MINUTES',
    'SESSION_HOURS',
    'REAUTHENTICATE_MINUTES',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'CLIENT_ADDRESS_HEADER',
    'AUDIT_YEARS',
    'LOCAL_RECEIVERS',
    'SECRETS_PATH',
    'STAFF_OPENID',
  ),
  documents: pick(
    'TABLE_NAME',
    'BUCKET_NAME',
    'PUBLIC_URL',
    'ROOT_KEY_ID',
    'CLIENT_ADDRESS_HEADER',
    'AUDIT_YEARS',
  ),
  sequence: pick('TABLE_NAME', 'BUCKET_NAME', 'PUBLIC_URL', 'LOG_KEY_ID'),
  react: pick('TABLE_NAME', 'BUCKET_NAME', 'PUBLIC_URL', 'MAIL_QUEUE_URL', 'LOG_KEY_ID'),
  deliver: pick(
    'TABLE_NAME',
    'BUCKET_NAME',
    'PUBLIC_URL',
    'MAIL_QUEUE_URL',
    'ROOT_KEY_ID',
    'MAIL_FROM',
    'MAIL_MAX_RECEIVES',
    'LOCAL_RECEIVERS',
  ),
  sweep: pick(
    'TABLE_NAME',
    'BUCKET_NAME',
    'PUBLIC_URL',
    'MAIL_QUEUE_URL',
    'ROOT_KEY_ID',
    'LOG_KEY_ID',
    'TSA_URL',
  ),
} as const

export type FunctionName = keyof typeof environments
export type Environment<F extends FunctionName> = z.infer<(typeof environments)[F]>

/**
 * A function's environment as a typed object.
 * @throws Error that names every missing or wrong variable, never its value
 */
export function readEnvironment<F extends FunctionName>(
  name: F,
  variables: Record<string, string | undefined>,
): Environment<F> {
  const result = environments[name].safeParse(variables)
  if (result.success) return result.data as Environment<F>
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`environment of "${name}" is wrong: ${wrong.join('; ')}`)
}
