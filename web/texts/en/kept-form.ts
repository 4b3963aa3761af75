import type { keptForm as uk } from '../uk/kept-form'

export const keptForm: typeof uk = {
  title: 'Your form is waiting',
  lead: 'Your sign-in had run out when you sent the form, so it was not acted on. Nothing is lost: check what you typed and send it.',
  send: 'Send the form',
  discard: 'Do not send it',
  kept: 'Your sign-in ran out while you filled in the form. What you typed is kept for an hour. Sign in again, and you see it at once.',
  lostTitle: 'Please sign in again',
  lostLead:
    'Your sign-in has run out and we cannot tell whose form this is, so nothing was done. What you typed stays on this page: keep it open, sign in in another tab and copy it from here.',
  signIn: 'Sign in',
}
