import { type Browser, type BrowserServer, chromium, type Response } from 'playwright-core'
import { ensureChromium } from '../../../infra/local/setup.mjs'
import { paths } from '../../../web/addresses'
import type { Proof } from '../../replay/town'
import { Reader } from '../../support/journeys/reader'
import type { Attacker, Guise } from '../attacker'
import { viewer } from '../edge'
import { botMachine } from '../machines'
import { providerOf, randomAddress } from '../mailboxes'
import { processTimeMs } from '../process-time'
import type { Strategy } from '../strategy'

export const headless: Strategy = {
  name: 'headless browser',
  tries: 'drives Chromium through the form, its proof of work and the page behind the link, typing at once',
  bots: 16,
  owns: { machines: 4, mailboxes: '16 at free providers', cpuSeconds: 60 },
  atOnce: 2,
  browser: true,
  async begin(attacker) {
    const server = await chromium.launchServer({ executablePath: ensureChromium() })
    const browser = await chromium.connect(server.wsEndpoint())
    return {
      async bot(number) {
        const email = attacker.own(randomAddress(attacker.stage.random, providerOf(number)))
        const guise = { machine: botMachine(240 + (number % 4)), person: attacker.person(), email }
        await drive(attacker, browser, guise)
      },
      end: () => end(attacker, server),
    }
  },
}

/** All that the browser has computed is what its owner pays for: the pages as well as the proofs. */
async function end(attacker: Attacker, server: BrowserServer): Promise<void> {
  attacker.account.cpuMs = await processTimeMs(server.process().pid ?? 0)
  await server.close()
}

async function drive(attacker: Attacker, browser: Browser, guise: Guise): Promise<void> {
  const { stage, account } = attacker
  const { person, email, machine } = guise
  const reader = await Reader.open(browser, stage.town.site)
  try {
    await reader.page.context().setExtraHTTPHeaders(viewer(machine.address))
    reader.page.on('request', () => account.requests++)
    await reader.goes(paths.sign(attacker.petitionId))
    const { surname, givenName, patronymic = '' } = person
    await reader.fills({ Прізвище: surname, 'Ім’я': givenName, 'По батькові': patronymic })
    await reader.fills({ 'Електронна пошта': email })
    await reader.page.getByLabel('Мені зрозуміло, які мої дані оприлюднять').check()
    const mail = stage.mailroom.next(email)
    if (!(await sendsForm(attacker, reader, guise))) return
    const { link, token } = (await mail) ?? {}
    if (!link || !token) return
    await reader.goes(link)
    account.attempts++
    stage.ledger.presses.push({ token, by: attacker.name })
    await reader.presses('Так, підписую петицію')
    await reader.page.waitForLoadState()
  } finally {
    await reader.leaves()
  }
}

/** Presses the form's button and waits for what becomes of it. @returns whether a mail is sent */
async function sendsForm(
  { stage, account, petitionId }: Attacker,
  reader: Reader,
  { person, email }: Guise,
): Promise<boolean> {
  const last = reader.page.waitForResponse((one) => isLast(one), { timeout: 60_000 })
  await reader.presses('Надіслати мені лист')
  account.attempts++
  const answer = await last
  if (answer.status() !== 202) {
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string }
    account.refuse(code ?? String(answer.status()))
    return false
  }
  const { altcha } = answer.request().postDataJSON() as { altcha: string }
  const { challenge } = JSON.parse(Buffer.from(altcha, 'base64').toString('utf8')) as Proof
  const { nonce } = challenge.parameters
  account.proofs++
  stage.ledger.solved.set(nonce, email)
  stage.ledger.accepted.push({ petitionId, email, person, nonce })
  return true
}

/** The answer to the form, or to the challenge where there is none; a form sent too fast is sent again by itself. */
async function isLast(answer: Response): Promise<boolean> {
  const { pathname } = new URL(answer.url())
  if (pathname === '/api/v1/challenges') return answer.status() >= 400
  if (!pathname.endsWith('/signatures')) return false
  return answer.status() === 202 || !(await answer.text().catch(() => '')).includes('"too-fast"')
}
