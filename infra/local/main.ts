import { join } from 'node:path'
import { publishAssets } from './assets'
import { composeHandlers } from './compose'
import { OldData } from './data-folder'
import { DataInUse } from './data-lock'
import { endInOrder } from './lifetime'
import { readOptions, WrongOption } from './options'
import { seed } from './seed/seed'
import { type Stack, startStack } from './stack'
import { PortTaken } from './web-server'

let stack: Stack | undefined
endInOrder(async () => stack?.stop())

try {
  const root = process.env.VICHE_ROOT ?? process.cwd()
  const options = readOptions(process.argv.slice(2), process.env, root)
  stack = await startStack({
    ...options,
    variables: process.env,
    handlers: composeHandlers,
    publish: (objects) => publishAssets(objects, join(root, '.build', 'local')),
    seed,
  })
  console.log(addresses(stack))
} catch (error) {
  console.error(reason(error))
  process.exit(1)
}

function addresses({ url }: Stack): string {
  return [
    '',
    `  Сайт / Site                    ${url}/`,
    `  Робоче місце / Staff desk      ${url}/staff`,
    `  Поштова скринька / Mailbox     ${url}/__local/mailbox`,
    '',
    '  Ctrl+C — зупинити / stop',
    '',
  ].join('\n')
}

function reason(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Порт ${error.port} зайнято; інший задає PORT / Port ${error.port} is taken; set PORT to another`
  }
  if (error instanceof DataInUse) {
    return `Віче вже працює з цими даними (процес ${error.pid}) / Viche already runs on this data (process ${error.pid})`
  }
  if (error instanceof OldData) {
    return `Дані в ${error.message} створила давніша версія; почати заново: npm start -- --fresh / The data in ${error.message} are of an earlier version; begin anew: npm start -- --fresh`
  }
  if (error instanceof WrongOption) return error.message
  return error instanceof Error ? error.message : String(error)
}
