import { topology } from '../../topology'
import type { Deployment } from '../deployment'
import type { Resources } from './permissions'

/**
 * Values for the environment names that a function reads.
 * @throws Error on a name that nothing here gives a value
 */
export function environmentOf(
  names: readonly string[],
  deployment: Deployment,
  { table, bucket, queues, rootKeys, logKey }: Resources,
): Record<string, string> {
  const values: Record<string, string> = {
    ...topology.settings,
    ...deployment.settings,
    TABLE_NAME: table.tableName,
    BUCKET_NAME: bucket.bucketName,
    MAIL_QUEUE_URL: queues.of.mail.queueUrl,
    ROOT_KEY_ID: rootKeys.map((key) => key.keyId).join(','),
    LOG_KEY_ID: logKey.keyId,
    PUBLIC_URL: `https://${deployment.domain}`,
    MAIL_FROM: deployment.mailFrom,
  }
  return Object.fromEntries(
    names.map((name) => {
      const value = values[name]
      if (value === undefined) throw new Error(`the cloud has no value for ${name}`)
      return [name, value]
    }),
  )
}
