import { Findings } from './findings'
import { checkReceipt, type ReceiptExpectations } from './receipt'
import type { Report } from './report'
import type { Tools } from './tools'

/** Verifies a receipt offline: nothing but the receipt and the key is needed. */
export async function verifyReceipt(
  tools: Tools,
  text: string,
  expected: ReceiptExpectations,
): Promise<Report> {
  const findings = new Findings()
  const receipt = await checkReceipt(tools, text, expected, findings)
  const petitionId = receipt?.petitionId ?? expected.petitionId ?? ''
  const unchecked = findings.has('receipt-without-key') ? 'unchecked' : 'holds'
  return { petitionId, verdict: findings.failed ? 'fails' : unchecked, findings: findings.list() }
}
