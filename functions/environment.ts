import * as z from 'zod'

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
  /** Requests to sign one petition within a minute. */
  LIMIT_PETITION_PER_MINUTE: z.coerce.number().int().min(1),
  /** Header that carries the reader's address, set by whatever stands in front. */
  CLIENT_ADDRESS_HEADER: z.string().min(1),
  /** Where time stamps are asked for (RFC 3161 over HTTP); empty for no stamps. */
  TSA_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
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
    'MINIMUM_SECONDS',
    'LINK_HOURS',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'LIMIT_PETITION_PER_MINUTE',
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
  ),
  staff: pick(
    'TABLE_NAME',
    'BUCKET_NAME',
    'PUBLIC_URL',
    'MAIL_QUEUE_URL',
    'ROOT_KEY_ID',
    'LIMIT_ADDRESS_PER_DAY',
    'LIMIT_IP_PER_HOUR',
    'CLIENT_ADDRESS_HEADER',
  ),
  documents: pick('TABLE_NAME', 'BUCKET_NAME', 'PUBLIC_URL', 'ROOT_KEY_ID'),
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
