/** Says by when data were there (RFC 3161). Its answer is believed only once it is verified. */
export interface TimeStampAuthority {
  /**
   * @param request TimeStampReq, DER
   * @returns TimeStampResp, DER, whatever it says
   * @throws AuthorityUnavailable when there is no answer in time, or none of a stamp's size
   */
  stamp(request: Uint8Array): Promise<Uint8Array>
}

/** Worth another try later; the message says nothing of a person. */
export class AuthorityUnavailable extends Error {
  override readonly name = 'AuthorityUnavailable'
}
