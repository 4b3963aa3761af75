/** Signing in by the council's own system. */
export const councilSignIn = {
  title: 'By the council’s system',
  lead: 'Where your council has a sign-in system of its own, you need no passkey. You will see the work of that council only.',
  button: (council: string) => `Sign in by the council’s system: ${council}`,
  confirm:
    'You signed in by your council’s system, so please confirm there once more that it is you. The form is kept: when you are back you see it and send it by one press.',
  noKeys:
    'You signed in by your council’s system. Passkeys open everything you have a role in, so they can be changed only after signing in with one.',
  leaving: {
    title: (council: string) => `Going to the council’s system: ${council}`,
    text: 'Sign in there with your work account. If nothing happens within a few seconds, press the button.',
    button: 'Go to the council’s system',
  },
  instead: 'What you can do',
  other: 'Sign in with a passkey or get a link by mail',
  failures: {
    cancelled: {
      title: 'Sign-in cancelled',
      text: (council: string) =>
        `You did not finish signing in by the council’s system (${council}). Try again.`,
    },
    expired: {
      title: 'The time to sign in has passed',
      text: (_: string) =>
        'There are 10 minutes to sign in, and each sign-in works once. Start again in this same browser; cookies have to be allowed.',
    },
    untrusted: {
      title: 'The answer did not pass our checks',
      text: (council: string) =>
        `What came from the council’s system (${council}) does not match what we asked. We stopped, to be safe.`,
    },
    unavailable: {
      title: 'The council’s system does not answer',
      text: (council: string) =>
        `Signing in by the council’s system (${council}) does not work now. Try again in a few minutes, or sign in another way.`,
    },
    unverified: {
      title: 'The council’s system did not confirm your address',
      text: (council: string) =>
        `The answer has no verified e-mail address. Please turn to those who run the sign-in system of the council (${council}).`,
    },
    stale: {
      title: 'You have to sign in anew',
      text: (council: string) =>
        `The council’s system (${council}) did not confirm that you have just signed in. Sign out of it and try again.`,
    },
    weak: {
      title: 'A stronger way to sign in is needed',
      text: (council: string) =>
        `You signed in to the council’s system (${council}) in another way than it asks for where petitions are worked on. Try again and choose a stronger one.`,
    },
    'no-access': {
      title: 'No access',
      text: (council: string) =>
        `This address has no role in the council (${council}). Ask whoever manages the council’s people to give you one.`,
    },
  },
}
