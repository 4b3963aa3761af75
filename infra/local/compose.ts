import type { Platform } from '../../functions/composition'
import { composeApi } from '../../functions/composition/api'
import { composeDeliver } from '../../functions/composition/deliver'
import { composePages } from '../../functions/composition/pages'
import { composeReact } from '../../functions/composition/react'
import { composeReceipts } from '../../functions/composition/receipts'
import { composeSequence } from '../../functions/composition/sequence'
import { composeStaff } from '../../functions/composition/staff'
import { composeSweep } from '../../functions/composition/sweep'
import type { Environments, Handlers } from './handlers'

/** The product's functions on this machine, each as its Lambda entry composes it. */
export function composeHandlers(platform: Platform, environments: Environments): Handlers {
  return {
    api: composeApi(platform, environments.api),
    receipts: composeReceipts(platform, environments.receipts),
    pages: composePages(platform, environments.pages),
    staff: composeStaff(platform, environments.staff),
    sequence: composeSequence(platform, environments.sequence),
    react: composeReact(platform, environments.react),
    deliver: composeDeliver(platform, environments.deliver),
    sweep: composeSweep(platform, environments.sweep),
  }
}
