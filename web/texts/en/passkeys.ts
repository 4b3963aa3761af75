import type { Browser } from '../../../shared/staff/browser'
import type { passkeys as uk } from '../uk/passkeys'

const BROWSERS: Readonly<Record<Browser['browser'], string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  other: 'another browser',
}
const SYSTEMS: Readonly<Record<Browser['system'], string>> = {
  android: 'Android',
  ios: 'iPhone or iPad',
  linux: 'Linux',
  macos: 'Mac',
  windows: 'Windows',
  other: 'another device',
}

/** Keys of staff: signing in with one, adding the first, losing one. */
export const passkeys: typeof uk = {
  browser: ({ browser, system }) => `${BROWSERS[browser]}, ${SYSTEMS[system]}`,
  signIn: 'Sign in with a passkey',
  signInLead:
    'There is no password. Press the button, then use your finger, your face or the PIN of your device.',
  changed:
    'This session is open in another browser or network than it began in. Please confirm that it is you.',
  mailTitle: 'First time here, or lost your key',
  mailLead:
    'Enter your work address. If it has access, we will mail a link: with it you add your first key, or ask for another in place of a lost one.',
  mailSent:
    'If this address has access, a link is on its way. Open it on the device you will work on: it works for 15 minutes and once.',
  noScript: 'To sign in with a passkey, turn JavaScript on in your browser.',
  working: 'Waiting for your device…',
  errors: {
    cancelled: 'Signing in was cancelled or took too long. Please try again.',
    unsupported: 'This browser has no passkeys. Update it, or use Chrome, Edge, Firefox or Safari.',
    known: 'This device has a key of yours already. Sign in with it.',
    refused:
      'This key does not fit: it was removed or belongs to another device. Choose another key, or the device on which you added it.',
    address: 'Passkeys work at the true address of the site only. Check the address of this page.',
    network: 'The site cannot be reached. Check your connection and try again.',
  },
  enrol: {
    title: 'Add a passkey',
    lead: (name) => `Welcome, ${name}! One step is left.`,
    what: 'What a passkey is',
    recognises:
      'It replaces the password. Your device recognises you: by finger, by face or by the PIN you unlock it with.',
    remembers: 'There is nothing to remember, and no false site can trick the key out of you.',
    stays: 'Your fingerprint or face never leaves your device. We receive only the public part of the key.',
    elsewhere:
      'No scanner? In the window that opens, choose a phone and point its camera at the code, or plug in a USB security key.',
    button: 'Add the key and sign in',
    another: 'The new key replaces the earlier ones: they stop working, and all your sessions end.',
  },
  recover: {
    title: 'You have a key already',
    lead: 'A passkey is registered for your address. Sign in with it: on the same device, or with the phone that holds it.',
    lostTitle: 'The key is lost',
    lost: 'Ask for another. A colleague who manages people of your community or site has to say within a day that it is really you. Ring them up: the request will be waiting on their page “People”.',
    button: 'Ask for another key',
    askedTitle: 'Your request is recorded',
    asked:
      'Now a second person has to approve it, on the desk’s page “People”, within 24 hours. After that you get a mail with a link.',
  },
  nothing: {
    title: 'The invitation has lapsed',
    lead: 'The first key has to be added within 14 days of the day you were given a role. Ask whoever gave it to take the role and give it back on the page “People”: that renews the invitation.',
  },
  approve: {
    title: 'Somebody asks for another key',
    lead: 'Before you approve, talk to the person, by voice or face to face: anybody may have written a mail.',
    asked: (name, at) => `${name}, asked on ${at}`,
    button: (name) => `It is really ${name}: mail the link`,
    done: (name) => `Approved. ${name} gets a mail with a link that works for 24 hours.`,
  },
  own: {
    section: 'Security',
    title: 'Passkeys and sessions',
    lead: 'Two keys are better than one: say, on a computer and on a phone. Then losing one stops nothing.',
    keys: 'Your keys',
    created: (at) => `Added on ${at}`,
    used: (at) => `last used on ${at}`,
    unused: 'not used yet',
    synced: 'kept on several of your devices',
    name: 'Name of the key',
    rename: 'Rename',
    remove: (name) => `Remove the key “${name}”`,
    only: 'This is your only key: add another first, then this one can be removed.',
    add: 'Add another key',
    sessions: 'Where you are signed in',
    here: 'this browser',
    began: (at) => `Signed in on ${at}`,
    end: 'End',
    endOf: (browser) => `End the session: ${browser}`,
    endOthers: 'End all other sessions',
  },
  confirm: {
    title: 'Please confirm that it is you',
    lead: 'Before what cannot be taken back, or changes somebody’s rights, we ask for your key once more. Your form is kept, and it goes on as soon as you confirm.',
    button: 'Confirm with the key and go on',
    typed: 'What will be sent',
  },
}
