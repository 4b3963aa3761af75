/** Object keys of a petition's log. */

export function countKey(petitionId: string): string {
  return `api/v1/petitions/${petitionId}/count`
}

export function namesKey(petitionId: string, file: number): string {
  return `log/${petitionId}/names/${file}`
}

/** `nonce` keeps two workers who stage the same leaves apart. Never served. */
export function stagingKey(petitionId: string, from: number, to: number, nonce: string): string {
  return `staging/${petitionId}/${from}-${to}-${nonce}`
}
