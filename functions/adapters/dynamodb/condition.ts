import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'

/** Whether a write's condition held; where it did not, nothing was written. What else goes wrong is thrown. */
export async function conditionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
