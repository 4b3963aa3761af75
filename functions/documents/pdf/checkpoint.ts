import { siteOf } from '../../../shared/log/addresses'
import { textsOf } from '../../../web/texts'
import type { PartProps } from './part'

const CODE = { size: 8.5, after: 1 }

/** The log's checkpoint, verbatim, with the key that checks it and the way to do so. */
export function checkpoint({ sheet, source, locale }: PartProps): void {
  const { log, petition, publicUrl } = source
  if (!log || !petition.log) return
  const t = textsOf(locale).documents
  const part = sheet.part(t.checkpoint)
  sheet.prose(part, t.checkpointLead)
  for (const line of log.checkpoint.split('\n').filter(Boolean)) sheet.put(part, 'Code', line, CODE)
  sheet.doc.y += 8
  sheet.heading(part, t.verifierKey(siteOf(petition.log.origin)))
  sheet.put(part, 'Code', log.verifierKey, { ...CODE, after: 8 })
  sheet.heading(part, t.howToVerify)
  sheet.prose(part, t.verifyInBrowser(`${publicUrl}/verify?petition=${petition.id}`))
  sheet.prose(part, t.verifyByCommand)
  sheet.put(part, 'Code', `npx viche verify ${publicUrl}/petitions/${petition.id}`, { ...CODE, after: 8 })
  sheet.prose(part, t.verifyMeaning)
  part.end()
}
