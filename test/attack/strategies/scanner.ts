import type { Attacker } from '../attacker'
import { botMachine } from '../machines'
import { randomAddress } from '../mailboxes'
import type { Strategy } from '../strategy'

const SCANNER = { address: '198.19.250.25' }
const MOST_HOPS = 4

export const scanner: Strategy = {
  name: 'mail scanners',
  tries: 'asks for mail to strangers whose mail system opens every link of a mail, and hopes that this signs',
  bots: 240,
  owns: { machines: 60, mailboxes: 'none: strangers’', cpuSeconds: 30 },
  atOnce: 16,
  async begin(attacker) {
    return {
      async bot(bot) {
        const email = attacker.own(randomAddress(attacker.stage.random, `office-${bot % 40}.example`))
        const mail = await attacker.askForMail({
          machine: botMachine(bot % 60, 41),
          person: attacker.person(),
          email,
        })
        if (mail) await prefetch(attacker, mail.link)
      },
    }
  },
}

/** What scanners do: HEAD and GET, following where they are led, and the links of the page once more. */
async function prefetch(attacker: Attacker, link: string): Promise<void> {
  const { pathname, search } = new URL(link)
  const headers = { accept: 'text/html', 'user-agent': 'MailScanner', purpose: 'prefetch' }
  for (const method of ['HEAD', 'GET'] as const) {
    let path: string | undefined = pathname + search
    for (let hop = 0; path && hop < MOST_HOPS; hop++) {
      const { body } = await attacker.ask(SCANNER, path, { method, headers })
      path = /href="(\/(?:en\/)?confirm\?[^"]+)"/.exec(String(body))?.[1]?.replaceAll('&amp;', '&')
    }
  }
}
