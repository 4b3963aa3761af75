import { typefaces } from '../../functions/documents/typefaces'
import { packageFiles } from '../../infra/local/package-files'
import { topology } from '../../infra/topology'

/** The files that lie beside the bundle of the documents. */
export const shippedFiles = packageFiles(topology.functions.documents.files ?? {})
export const shippedTypefaces = typefaces(shippedFiles)
