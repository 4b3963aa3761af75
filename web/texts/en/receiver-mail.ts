export const receiver = {
  subject: (name: string) => `News does not arrive: ${name}`,
  failed: 'A message to your system could not be delivered. We tried for three days.',
  paused:
    'Nothing has arrived since then, so we have paused the sending. New messages wait; nothing gets lost.',
  gone: 'Your system answered that the address is gone (410), so we have paused the sending.',
  name: 'Receiver',
  address: 'Address',
  since: 'Failing since',
  last: 'Last attempt',
  next: 'Mend the system, send a test message and resume the sending on the page “Systems”.',
  toDesk: 'Open the receiver',
  failures: {
    unreachable: 'the server does not answer',
    'forbidden-address': 'the name leads to an inner address, to which we send nothing',
    timeout: 'the server did not answer within 8 seconds',
    status: 'the server refused',
  },
  status: (words: string, status: string) => `${words}: HTTP ${status}`,
}
