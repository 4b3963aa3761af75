import * as z from 'zod'
import { topology } from '../topology'

/** What differs from one installation to the next; each is a context value: `cdk deploy -c domain=…`. */
export interface Deployment {
  readonly account: string
  readonly region: string
  /** Host name of the site; its DNS may be anywhere. */
  readonly domain: string
  /** Of the site's certificate, in us-east-1, where CloudFront looks for it. */
  readonly certificateArn: string
  /** Of the web ACL in front of the site, the output of `VicheGuard`; none where it is not deployed. */
  readonly webAclArn?: string | undefined
  /** Domain of the addresses that mail comes from. */
  readonly mailDomain: string
  readonly mailFrom: string
  /** Grows by one to rotate the root of derived keys (docs/runbook.md). */
  readonly rootGeneration: number
  /** Who is told of alarms. */
  readonly alarmEmail?: string | undefined
  /** Settings of the topology that differ here, each a context value of its own name. */
  readonly settings: Readonly<Record<string, string>>
}

// The defaults are of use for synthesis alone: no such account, domain or certificate exists.
const context = z.object({
  account: z
    .string()
    .regex(/^\d{12}$/)
    .default('111111111111'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .default('eu-central-1'),
  domain: z.hostname().default('viche.example'),
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)
    .optional(),
  webAclArn: z
    .string()
    .regex(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/)
    .optional(),
  mailDomain: z.hostname().optional(),
  mailFrom: z.email().optional(),
  rootGeneration: z.coerce.number().int().min(1).max(9).default(1),
  alarmEmail: z.email().optional(),
})

/**
 * Reads an installation's context values.
 * @param contextValue the value of a context name, undefined where it is not set
 * @throws Error that names every wrong value
 */
export function readDeployment(contextValue: (name: string) => unknown): Deployment {
  const names = Object.keys(context.shape)
  const given = Object.fromEntries(names.map((name) => [name, asText(contextValue(name))]))
  const result = context.safeParse(given)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`context is wrong: ${wrong.join('; ')}`)
  }
  const { account, domain, certificateArn, mailDomain = domain, mailFrom, ...rest } = result.data
  return {
    ...rest,
    account,
    domain,
    certificateArn:
      certificateArn ?? `arn:aws:acm:us-east-1:${account}:certificate/00000000-0000-0000-0000-000000000000`,
    mailDomain,
    mailFrom: mailFrom ?? `viche@${mailDomain}`,
    settings: ownSettings(contextValue),
  }
}

function ownSettings(contextValue: (name: string) => unknown): Record<string, string> {
  const given = Object.keys(topology.settings).map((name) => [name, asText(contextValue(name))] as const)
  return Object.fromEntries(given.filter((one): one is [string, string] => one[1] !== undefined))
}

/** cdk.json may hold an account as a number, and a list as one. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'object') return JSON.stringify(value)
  return value === undefined ? undefined : String(value)
}
