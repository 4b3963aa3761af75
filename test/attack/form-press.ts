import type { AskOptions } from '../replay/site'

/** The request of the button on the page behind a link. */
export function formPress(url: string, token: string): AskOptions {
  return {
    method: 'POST',
    body: new URLSearchParams({ token }).toString(),
    type: 'application/x-www-form-urlencoded',
    headers: { origin: url, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
  }
}
