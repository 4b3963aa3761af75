import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { ObjectStore, PutOptions, StoredObject } from '../ports/object-store'
import { contentTypeOf } from './content-type'

/** Region and credentials come from the function's own environment. */
export const s3Client = () => new S3Client({ maxAttempts: 5 })

/**
 * Objects in one S3 bucket; a tag is the object's ETag, and `replace` is S3's conditional write.
 * A conditional write that the client repeats after a lost answer meets its own object and reports false:
 * callers read again and find their change there.
 */
export function s3ObjectStore(s3: S3Client, bucket: string): ObjectStore {
  async function read(key: string): Promise<StoredObject | undefined> {
    try {
      const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      if (Body === undefined || ETag === undefined) throw new Error(`S3 answered without a body for ${key}`)
      return { body: await Body.transformToByteArray(), tag: ETag }
    } catch (error) {
      if (statusOf(error) === 404) return undefined
      throw error
    }
  }

  function input(
    key: string,
    body: Uint8Array | string,
    { cacheSeconds }: PutOptions,
  ): PutObjectCommandInput {
    return {
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: contentTypeOf(key),
      CacheControl: `public, max-age=${cacheSeconds}`,
    }
  }

  return {
    read,
    get: async (key) => (await read(key))?.body,
    async put(key, body, options) {
      await s3.send(new PutObjectCommand(input(key, body, options)))
    },
    async replace(key, tag, body, options) {
      const condition = tag === undefined ? { IfNoneMatch: '*' } : { IfMatch: tag }
      try {
        await s3.send(new PutObjectCommand({ ...input(key, body, options), ...condition }))
        return true
      } catch (error) {
        if (CHANGED.includes(statusOf(error))) return false
        throw error
      }
    },
    async delete(key) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
    },
  }
}

/** Gone since it was read; written at the same moment; written since it was read. */
const CHANGED: readonly (number | undefined)[] = [404, 409, 412]

function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
}
