import { httpSimilarPetitions } from '../../functions/adapters/http-similar-petitions'
import type { Platform } from '../../functions/composition'
import { composeApi } from '../../functions/composition/api'
import { composeDeliver } from '../../functions/composition/deliver'
import { composeDocuments } from '../../functions/composition/documents'
import { composePages } from '../../functions/composition/pages'
import { composeReact } from '../../functions/composition/react'
import { composeReceipts } from '../../functions/composition/receipts'
import { composeResidents } from '../../functions/composition/residents'
import { composeSearch } from '../../functions/composition/search'
import { composeSequence } from '../../functions/composition/sequence'
import { composeStaff } from '../../functions/composition/staff'
import { composeSweep } from '../../functions/composition/sweep'
import { reportUnforeseen } from '../../functions/http/problem'
import { topology } from '../topology'
import type { Environments, Handlers } from './handlers'
import { packageFiles } from './package-files'

/** The product's functions on this machine, each as its Lambda entry composes it. */
export function composeHandlers(platform: Platform, environments: Environments): Handlers {
  return {
    api: composeApi(
      { ...platform, files: packageFiles(topology.functions.api.files ?? {}) },
      environments.api,
    ),
    receipts: composeReceipts(platform, environments.receipts),
    search: composeSearch(platform),
    pages: composePages({ ...platform, similar: similarOn(environments) }, environments.pages),
    residents: composeResidents(platform, environments.residents),
    staff: composeStaff(
      { ...platform, files: packageFiles(topology.functions.staff.files ?? {}) },
      environments.staff,
    ),
    documents: documents(platform, environments),
    sequence: composeSequence(platform, environments.sequence),
    react: composeReact(platform, environments.react),
    deliver: composeDeliver(platform, environments.deliver),
    sweep: composeSweep(platform, environments.sweep),
  }
}

/** Through this machine's own address, as in the cloud. */
function similarOn({ pages }: Environments) {
  return httpSimilarPetitions(pages.PUBLIC_URL)
}

/** What it makes in the background is made in this process. */
function documents(platform: Platform, environments: Environments) {
  const files = packageFiles(topology.functions.documents.files ?? {})
  const { app, make } = composeDocuments({ ...platform, files }, environments.documents, {
    start: async (order) => void make(order).catch(reportUnforeseen),
  })
  return app
}
