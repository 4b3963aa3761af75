/** Somebody else's check that a person is at work (a CAPTCHA); off unless an installation sets one up. */
export interface HumanCheck {
  /**
   * What the service says of a token that its own script gave the form. Nothing of the reader goes along.
   * `no-answer` where it cannot be asked.
   */
  check(token: string): Promise<'passed' | 'refused' | 'no-answer'>
}
