import * as z from 'zod'
import type { HumanCheck } from '../ports/human-check'

/** How long a resident waits for somebody else's service. */
const TIMEOUT_MS = 2000

const answer = z.object({ success: z.boolean() })

/**
 * The form that Turnstile, hCaptcha and reCAPTCHA have in common: secret and response are posted as a form, `success`
 * comes back as JSON. The reader's address (`remoteip`) is never sent.
 * @param url e.g. `https://challenges.cloudflare.com/turnstile/v0/siteverify`
 */
export function siteverify(url: string, secret: string): HumanCheck {
  return {
    async check(response) {
      try {
        const body = new URLSearchParams({ secret, response })
        const signal = AbortSignal.timeout(TIMEOUT_MS)
        const answered = await fetch(url, { method: 'POST', body, signal, redirect: 'error' })
        if (!answered.ok) return 'no-answer'
        return answer.parse(await answered.json()).success ? 'passed' : 'refused'
      } catch {
        return 'no-answer'
      }
    },
  }
}
