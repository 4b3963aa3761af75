/** Encrypts petitions' keys for the table, so that the table alone never tells whose a signature is. */
export interface PetitionKeySeal {
  /** @param key 32 bytes */
  seal(petitionId: string, key: Uint8Array): Promise<string>
  /** @throws Error where it is not what was sealed for this petition */
  open(petitionId: string, sealed: string): Promise<Uint8Array>
  /** The same key under the root in force; undefined where that sealed it already. */
  renew(petitionId: string, sealed: string): Promise<string | undefined>
}
